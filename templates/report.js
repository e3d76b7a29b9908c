// Keys for reading: j and k step through divergences, / searches the page, ? shows the keys. Nothing is fetched.
(function () {
  "use strict";
  var root = document.documentElement;
  var help = document.getElementById("help");
  var finder = document.getElementById("finder");
  var field = document.getElementById("find");
  var found = document.getElementById("found");
  root.classList.add("js");

  function shown(selector) {
    return Array.prototype.filter.call(document.querySelectorAll(selector), function (element) {
      return element.getClientRects().length > 0;
    });
  }

  function step(by) {
    var cards = shown("[data-div]");
    var at = cards.indexOf(document.activeElement);
    var next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    }
  }

  function filter() {
    var words = field.value.trim().toLowerCase();
    var rows = document.querySelectorAll("[data-row]");
    var left = 0;
    rows.forEach(function (row) {
      var hit = !words || row.textContent.toLowerCase().indexOf(words) >= 0;
      row.classList.toggle("filtered-out", !hit);
      left += hit && row.getClientRects().length ? 1 : 0;
    });
    found.textContent = words ? left + " found" : "";
  }

  function close() {
    help.hidden = true;
    if (!finder.hidden) {
      finder.hidden = true;
      field.value = "";
      filter();
    }
  }

  function light() {
    document.querySelectorAll(".c.lit").forEach(function (piece) { piece.classList.remove("lit"); });
    var id = decodeURIComponent(location.hash.slice(1));
    if (!id) { return; }
    document.querySelectorAll("[data-of]").forEach(function (piece) {
      if (piece.getAttribute("data-of") === id) { piece.classList.add("lit"); }
    });
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
      finder.hidden = false;
      field.focus();
    }
  });
  field.addEventListener("input", filter);
  window.addEventListener("hashchange", light);
  light();
}());
