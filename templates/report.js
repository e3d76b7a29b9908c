// Keys for reading, lists to narrow and to order, citations to copy. All of it is a convenience: nothing is
// fetched, and with scripts off every word is still on the page.
(function () {
  "use strict";
  var root = document.documentElement;
  var help = document.getElementById("help");
  var finder = document.getElementById("finder");
  var field = document.getElementById("find");
  var found = document.getElementById("found");
  var told = document.getElementById("copied");
  var works = JSON.parse(document.getElementById("works").getAttribute("data-works") || "{}");
  root.classList.add("js");

  function all(selector, inside) {
    return Array.prototype.slice.call((inside || document).querySelectorAll(selector));
  }

  function visible(element) {
    return element.getClientRects().length > 0;
  }

  function make(tag, css, words) {
    var element = document.createElement(tag);
    if (css) { element.className = css; }
    if (words) { element.textContent = words; }
    return element;
  }

  // Steps from divergence to divergence.
  function step(by) {
    var cards = all("[data-div]").filter(visible);
    var at = cards.indexOf(document.activeElement);
    var next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    }
  }

  // Narrows the rows of a page: by words, by what the row is of, and by what one of its parts is of.
  function has(element, name, value) {
    return (element.getAttribute("data-" + name) || "").split(" ").indexOf(value) >= 0;
  }

  function searched(row) {
    if (!row.words) {
      var text = row.textContent;
      all("[data-unsearched]", row).forEach(function (aside) { text = text.replace(aside.textContent, " "); });
      row.words = text.toLowerCase();
    }
    return row.words;
  }

  function narrow(scope, words, choices) {
    var left = 0, total = 0;
    var stated = choices.some(function (choice) { return choice.name === "state"; });
    all("[data-row]", scope).forEach(function (row) {
      var parts = all("[data-part]", row);
      var ofRow = choices.filter(function (c) { return row.hasAttribute("data-" + c.name); });
      var ofPart = choices.filter(function (c) { return ofRow.indexOf(c) < 0; });
      function fits(element) {
        return function (choice) {
          return has(element, choice.name, choice.value) ||
            (stated && choice.name === "source" && has(element, "lacks", choice.value));
        };
      }
      var hits = parts.filter(function (part) { return ofPart.length && ofPart.every(fits(part)); });
      parts.forEach(function (part) { part.classList.toggle("hit", hits.indexOf(part) >= 0); });
      var hit = (!words || searched(row).indexOf(words) >= 0) &&
        ofRow.every(fits(row)) && (!ofPart.length || hits.length > 0);
      row.classList.toggle("filtered-out", !hit);
      total += 1;
      left += hit ? 1 : 0;
    });
    all("section, details.fold", scope).forEach(function (box) {
      var rows = all("[data-row]", box);
      var some = rows.some(function (row) { return !row.classList.contains("filtered-out"); });
      box.classList.toggle("filtered-out", rows.length > 0 && !some);
      if (box.tagName === "DETAILS" && (words || choices.length)) { box.open = some; }
    });
    return { left: left, total: total };
  }

  function search() {
    var words = field.value.trim().toLowerCase();
    var seen = narrow(document, words, []);
    found.textContent = words ? seen.left + " found" : "";
  }

  function order(scope, by) {
    var flat = scope.querySelector("[data-flat]");
    var rows = all("[data-row]", scope);
    rows.forEach(function (row) {
      if (!row.place) {
        row.place = document.createComment("");
        row.before(row.place);
      }
      row.place.after(row);
    });
    if (!by) { return; }
    var sign = by === "rank" ? 1 : -1;
    rows.sort(function (a, b) { return sign * (a.getAttribute("data-" + by) - b.getAttribute("data-" + by)); });
    rows.forEach(function (row) { (flat || row.parentNode).appendChild(row); });
  }

  // A list in parts is narrowed over all of them, a hundred rows at a time. The other parts come as scripts, since
  // no page may read another; in one file they are on the page.
  var STEP = 100;
  var arrived = {};
  window.checkerRows = function (part) { arrived[part[0]] = part; };

  function lists(keys, then) {
    var waiting = keys.length;
    var found = {};
    function came(key, list) {
      found[key] = list;
      waiting -= 1;
      if (waiting) { return; }
      var parts = keys.map(function (k) { return found[k]; });
      then(parts.every(Boolean) ? joined(parts) : null);
    }
    keys.forEach(function (key) {
      if (document.body.classList.contains("single")) {
        came(key, bare(document.getElementById(key).querySelector("[data-list]").cloneNode(true), ""));
        return;
      }
      var script = make("script");
      script.src = key + ".rows.js";
      script.onload = function () { came(key, read(arrived[key])); };
      script.onerror = function () { came(key, null); };
      document.head.appendChild(script);
    });
  }

  function read(part) {
    var box = document.createElement("template");
    box.innerHTML = part[2];
    Object.assign(works, JSON.parse(part[3] || "{}"));
    return bare(box.content.querySelector("[data-list]"), part[1]);
  }

  // Rows that stand apart from their page: without ids, with addresses that lead to that page.
  function bare(list, page) {
    all(".tools", list).forEach(function (tool) { tool.remove(); });
    all("[id]", list).forEach(function (element) { element.removeAttribute("id"); });
    ["href", "data-cite"].forEach(function (name) {
      all("[" + name + "^='#']", list).forEach(function (e) { e.setAttribute(name, page + e.getAttribute(name)); });
    });
    return list;
  }

  function joined(parts) {
    var first = parts[0];
    parts.slice(1).forEach(function (part) {
      all("[data-join]", part).forEach(function (box) {
        var same = all("[data-join]", first).filter(function (b) { return b.dataset.join === box.dataset.join; })[0];
        all(":scope > [data-row]", box).forEach(function (row) { if (same) { same.appendChild(row); } });
      });
      all(":scope > *", part).forEach(function (rest) {
        if (rest.querySelector("[data-row]")) { first.appendChild(rest); }
      });
    });
    return first;
  }

  // A copy of a list that has these rows alone, with their heads.
  function cut(list, rows) {
    var kept = new Set(rows);
    rows.forEach(function (row) {
      for (var e = row.parentNode; e && !kept.has(e); e = e.parentNode) { kept.add(e); }
    });
    function copy(node) {
      var deep = node.hasAttribute("data-row") || !kept.has(node);
      var made = node.cloneNode(deep);
      if (deep) { return made; }
      Array.prototype.forEach.call(node.childNodes, function (child) {
        if (child.nodeType === 3) { made.appendChild(child.cloneNode()); }
        if (child.nodeType !== 1 || child.matches("[data-row]") && !kept.has(child)) { return; }
        if (kept.has(child) || node !== list && !child.querySelector("[data-row]")) { made.appendChild(copy(child)); }
      });
      return made;
    }
    return copy(list);
  }

  all(".filters").forEach(function (box) {
    var scope = box.closest("main");
    var parts = (box.getAttribute("data-parts") || "").split(" ").filter(Boolean);
    var own = scope.querySelector("[data-list]");
    var shown = make("div");
    var whole = null;
    var reading = false;
    var words = box.querySelector("[data-words]");
    var count = box.querySelector("[data-count]");
    var sorted = box.querySelector("[data-order]");
    var controls = all("input, select", box);
    var recalled = false;

    // What is chosen stands in the address, so that it can be shared.
    function name(control) {
      return control === words ? "search" : control === sorted ? "order" : control.getAttribute("data-choice");
    }
    function query() {
      var chosen = controls.filter(function (control) { return control.value; });
      var asked = new URLSearchParams(chosen.map(function (control) { return [name(control), control.value]; }));
      return chosen.length ? "?" + asked.toString() : "";
    }
    function remember() {
      var url = new URL(location.href);
      url.search = query();
      try { history.replaceState(history.state, "", url.href); } catch (refused) { return; }
    }
    function recall() {
      var asked = new URLSearchParams(location.search);
      controls.forEach(function (control) { control.value = asked.get(name(control)) || ""; });
      controls.forEach(function (control) { if (control.selectedIndex < 0) { control.value = ""; } });
      run(true);
    }
    // Of a list in parts, the whole is wanted once something is chosen.
    function run(anew) {
      if (parts.length && !whole && (reading || query())) {
        if (reading) { return; }
        reading = true;
        count.textContent = "reading all parts …";
        lists(parts, function (list) {
          whole = list;
          if (whole) { run(true); } else { count.textContent = "a part of the list cannot be read"; }
        });
        return;
      }
      if (sorted && anew) { order(whole || scope, sorted.value); }
      var choices = all("[data-choice]", box).filter(function (s) { return s.value; }).map(function (s) {
        return { name: s.getAttribute("data-choice"), value: s.value };
      });
      var seen = narrow(whole || scope, words.value.trim().toLowerCase(), choices);
      count.textContent = seen.left === seen.total && !(whole && query()) ? "" : seen.left + " of " + seen.total;
      if (whole) { turn(0); }
    }
    function turn(from) {
      var rows = all("[data-row]", whole).filter(function (row) { return !row.closest(".filtered-out"); });
      var some = query() !== "";
      all(".pager", scope).concat(own).forEach(function (e) { e.classList.toggle("filtered-out", some); });
      shown.remove();
      shown = make("div");
      if (!some) { return; }
      shown.appendChild(cut(whole, rows.slice(from, from + STEP)));
      if (rows.length > STEP) { shown.appendChild(steps(from, rows.length)); }
      own.after(shown);
      all("[data-cite]", shown).forEach(cited);
    }
    function steps(from, rows) {
      var line = make("p", "steps", "Rows " + (from + 1) + "–" + Math.min(from + STEP, rows) + " of " + rows + " ");
      [["← earlier", from - STEP], ["later →", from + STEP]].forEach(function (way) {
        if (way[1] < 0 || way[1] >= rows) { return; }
        var button = make("button", "", way[0]);
        button.type = "button";
        button.addEventListener("click", function () {
          turn(way[1]);
          box.scrollIntoView();
          shown.querySelector(".steps button").focus({ preventScroll: true });
        });
        line.appendChild(button);
      });
      return line;
    }
    box.hidden = false;
    box.addEventListener("input", function (event) {
      run(event.target === sorted);
      remember();
    });
    box.querySelector("[data-clear]").addEventListener("click", function () {
      controls.forEach(function (control) { control.value = ""; });
      run(true);
      remember();
    });
    function start() {
      if (location.search && !recalled && visible(box)) {
        recalled = true;
        recall();
        remember();
      }
    }
    start();
    window.addEventListener("load", start);
  });

  // Copies a finding, a passage or a text as others cite it.
  function copy(text, button) {
    function done() {
      var was = button.textContent;
      told.textContent = "Copied: " + was;
      button.textContent = "copied";
      setTimeout(function () { button.textContent = was; }, 1500);
    }
    function byHand() {
      var area = make("textarea", "vh");
      area.value = text;
      document.body.appendChild(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
      done();
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, byHand);
    } else {
      byHand();
    }
  }

  function plain(element) {
    var clone = element.cloneNode(true);
    all("[data-aside], .mk", clone).forEach(function (aside) { aside.remove(); });
    return clone.textContent.replace(/\s+/g, " ").trim();
  }

  function passage(element) {
    var given = element.dataset;
    return { words: plain(element), work: works[given.doc], start: +given.start, end: +given.end };
  }

  function place(p) {
    return "characters " + p.start + "–" + p.end + " of the stored text";
  }

  function asText(head, passages) {
    return (head ? [head] : []).concat(passages.map(function (p) {
      return "“" + p.words.replace(/^[“"]|["”]$/g, "") + "” — " + p.work.plain + ", " + place(p) + ".";
    })).join("\n\n") + "\n";
  }

  function asMarkdown(head, passages) {
    return (head ? ["**" + escaped(head) + "**"] : []).concat(passages.map(function (p) {
      return "> " + escaped(p.words) + "\n>\n> — " + p.work.markdown + ", " + place(p) + ".";
    })).join("\n\n") + "\n";
  }

  function escaped(words) {
    return words.replace(/([\\`*_\[\]<>|])/g, "\\$1");
  }

  function asCsl(passages) {
    var items = {};
    passages.forEach(function (p) { items[p.work.key] = p.work.csl; });
    return JSON.stringify(Object.keys(items).map(function (key) { return items[key]; }), null, 1) + "\n";
  }

  // A citation is copied as what it points at, with the words that cite it.
  function tools(address, head, passages, target) {
    var box = make("span", "tools");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Copy");
    box.appendChild(make("span", "", "Copy "));
    [["link", function () { return new URL(address, location.href).href; }],
      ["text", function () { return (target.plain ? target.plain + ".\n\nCited by:\n" : "") + asText(head, passages()); }],
      ["Markdown", function () {
        return (target.markdown ? target.markdown + ".\n\nCited by:\n\n" : "") + asMarkdown(head, passages());
      }],
      ["CSL-JSON", function () { return target.csl ? target.csl + "\n" : asCsl(passages()); }]
    ].forEach(function (form) {
      var button = make("button", "", form[0]);
      button.type = "button";
      button.addEventListener("click", function () { copy(form[1](), button); });
      box.appendChild(button);
      box.appendChild(document.createTextNode(" "));
    });
    return box;
  }

  function cited(box) {
    var head = box.querySelector("h3, [data-head-words]");
    var locator = box.querySelector("a.loc");
    function passages() {
      return all("q[data-doc]", box).map(function (q) { return passage(q.querySelector(".core") || q); })
        .filter(function (p) { return p.work; });
    }
    var address = box.getAttribute("data-cite") || locator && locator.getAttribute("href") || "";
    (box.querySelector("[data-tools]") || box).appendChild(tools(address, head && head.textContent.trim(), passages, box.dataset));
  }

  all("[data-cite]").forEach(cited);
  all("[data-copy]").forEach(function (text) {
    var button = make("button", "", "Copy " + text.getAttribute("data-copy"));
    button.type = "button";
    button.addEventListener("click", function () { copy(text.textContent, button); });
    var line = make("p", "tools");
    line.appendChild(button);
    text.before(line);
  });

  // Lights the words that a footnote leads to, and puts their citation and the way back beside them.
  function light() {
    all(".c.lit").forEach(function (piece) { piece.classList.remove("lit"); });
    all(".beside").forEach(function (bar) { bar.remove(); });
    var id = decodeURIComponent(location.hash.slice(1));
    if (!id) { return; }
    var pieces = all(".c").filter(function (piece) {
      return piece.id === id || piece.getAttribute("data-of") === id;
    });
    pieces.forEach(function (piece) { if (piece.id !== id) { piece.classList.add("lit"); } });
    var para = pieces.length && pieces[pieces.length - 1].closest(".para");
    if (para) { para.appendChild(here(pieces)); }
  }

  function here(pieces) {
    var first = passage(pieces[0]);
    first.words = pieces.map(plain).join(" ");
    first.end = Math.max.apply(null, pieces.map(function (piece) { return +piece.dataset.end; }));
    var bar = make("p", "beside");
    bar.appendChild(make("span", "", "These words, " + place(first) + ". "));
    if (first.work) { bar.appendChild(tools(location.hash, "", function () { return [first]; }, {})); }
    if (history.length > 1) {
      var back = make("button", "", "← back");
      back.type = "button";
      back.addEventListener("click", function () { history.back(); });
      bar.appendChild(back);
    }
    return bar;
  }

  function close() {
    help.hidden = true;
    if (!finder.hidden) {
      finder.hidden = true;
      field.value = "";
      search();
    }
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "Escape") { close(); return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "radio") { return; }
    if (event.key === "j") { step(1); }
    else if (event.key === "k") { step(-1); }
    else if (event.key === "?") { help.hidden = !help.hidden; }
    else if (event.key === "/") {
      event.preventDefault();
      var own = all("[data-words]").filter(visible)[0];
      finder.hidden = Boolean(own);
      (own || field).focus();
    }
  });
  field.addEventListener("input", search);
  window.addEventListener("hashchange", light);
  light();
}());
