"""Forms of time expressions, read with the grammar of their sentences."""

from __future__ import annotations

import re

import pytest

from checker import parse, time
from checker.model import Block, Document, Interval, TimeExpression

# A text, words in it, the first day and the last one that they mean ("-": open; one day where they are the same).
OF_2012 = """
A kiln exploded nine days ago. | nine days ago | 2012-08-06
The inspector called the week before last. | the week before last | 2012-07-30 | 2012-08-05
They married the year before last. | the year before last | 2010-01-01 | 2010-12-31
The jury returns a week on Friday. | a week on Friday | 2012-08-24
On the morning of 3 August the pumps failed. | the morning of 3 August | 2012-08-03
Shots were heard on the night of 3 August. | the night of 3 August | 2012-08-03
At dawn on Tuesday the dogs were let out. | Tuesday | 2012-08-14
A car hit the gate in the early hours of Sunday. | Sunday | 2012-08-12
The fine was paid on the 9th of last month. | the 9th of last month | 2012-07-09
Throughout 2011 the tower leaned. | 2011 | 2011-01-01 | 2011-12-31
He was seen in the town as recently as March. | March | 2012-03-01 | 2012-03-31
Rents soared in the 1990s and early 2000s. | 1990s | 1990-01-01 | 1999-12-31
The winter of 2010-11 was harsh. | winter of 2010-11 | 2010-12-01 | 2011-02-28
The house was built around 1850. | 1850 | 1850-01-01 | 1850-12-31
In the third week of May it hailed. | the third week of May | 2012-05-15 | 2012-05-21
The clocks went forward on the last Sunday in March. | the last Sunday in March | 2012-03-25
He bought it in the first three months of 2012. | the first three months of 2012 | 2012-01-01 | 2012-03-31
Profit fell in the first half of the year. | the first half of the year | 2012-01-01 | 2012-06-30
The lake was dry by late July. | by late July | - | 2012-07-31
The union will ballot its members from 3 September. | from 3 September | 2012-09-03 | -
Since the spring, 40 ponies have died. | Since the spring | 2012-03-01 | -
The mayor resigned this week. | this week | 2012-08-13 | 2012-08-19
The council will meet next Thursday. | next Thursday | 2012-08-16
On 2 January next year the ban begins. | 2 January next year | 2013-01-02
In March last year the bank failed. | March last year | 2011-03-01 | 2011-03-31
In October last year the bank failed. | October last year | 2011-10-01 | 2011-10-31
The bank failed in November of last year. | November of last year | 2011-11-01 | 2011-11-30
A second trial starts in early December. | early December | 2012-12-01 | 2012-12-10
The island was hit by a storm late last month. | late last month | 2012-07-21 | 2012-07-31
A new head will be named early next year. | early next year | 2013-01-01 | 2013-04-30
They lost their appeal in late 2011. | late 2011 | 2011-09-01 | 2011-12-31
A 1997 report had warned of it. | 1997 | 1997-01-01 | 1997-12-31
The kiln dates from the early 18th century. | early 18th century | 1701-01-01 | 1734-12-31
It was the worst storm since 1987. | since 1987 | 1987-01-01 | -
Parking will be free until Sunday. | until Sunday | - | 2012-08-19
Parking was free until Sunday. | until Sunday | - | 2012-08-12
Results are due by the end of August. | by the end of August | - | 2012-08-31
No one under 16 may enter after 1 September. | after 1 September | 2012-09-02 | -
It has been illegal since the end of 2009. | since the end of 2009 | 2009-09-01 | -
Anyone who paid before 5 July gets a refund. | before 5 July | - | 2012-07-04
The claim was lodged on or before 3 May 2011. | on or before 3 May 2011 | - | 2011-05-03
The pool opens at 9am on Saturday. | Saturday | 2012-08-18
Ms Orr, who died on Friday aged 80, wrote 12 plays. | Friday | 2012-08-10
Speaking on Monday, Mr Orr denied the charge. | Monday | 2012-08-13
A hearing scheduled for Thursday has been cancelled. | Thursday | 2012-08-16
Mr Orr is expected to plead guilty on Thursday. | Thursday | 2012-08-16
Two men charged on Tuesday will appear in court on Friday. | Friday | 2012-08-17
Two men charged on Tuesday will appear in court on Friday. | Tuesday | 2012-08-14
Fans queued from Friday to Sunday. | from Friday to Sunday | 2012-08-10 | 2012-08-12
The tour begins on 30 August and ends on 2 September. | 30 August | 2012-08-30
Leaders meet in Torle on 30 and 31 August. | 30 and 31 August | 2012-08-30 | 2012-08-31
The pier burned on New Year's Day, 1931. | New Year's Day, 1931 | 1931-01-01
On Halloween the shop will give away pumpkins. | Halloween | 2012-10-31
The lights will go on at Christmas. | Christmas | 2012-12-25
The firm went bust just before Christmas. | before Christmas | - | 2011-12-24
The law takes effect in 30 days. | in 30 days | 2012-09-14
She will retire in two years. | in two years | 2014-01-01 | 2014-12-31
Half a year ago the shaft was sealed. | Half a year ago | 2012-02-01 | 2012-02-29
A couple of days ago the shaft was sealed. | A couple of days ago | 2012-08-13
In the past ten days four boats sank. | the past ten days | 2012-08-05 | 2012-08-15
Over the coming week the tides will rise. | the coming week | 2012-08-15 | 2012-08-22
The road will stay shut for the next five days. | the next five days | 2012-08-15 | 2012-08-20
The mid-June 2010 storm was worse. | mid-June 2010 | 2010-06-11 | 2010-06-20
"""
"""Of a text published on 2012-08-15."""
OF_2015 = """
The deed is dated 17 November 1871. | 17 November 1871 | 1871-11-17
The lease (signed 28.02.2013) runs out soon. | 28.02.2013 | 2013-02-28
The ferry Lark ran aground on the second of March. | the second of March | 2015-03-02
Nurses walked out on Thursday, 12 March, over pay. | Thursday, 12 March | 2015-03-12
The gallery will reopen on the 28th. | the 28th | 2015-03-28
The cheque was cashed on the 9th. | the 9th | 2015-03-09
The cheque was cashed on the 25th. | the 25th | 2015-02-25
Polling takes place on 7 May. | 7 May | 2015-05-07
The inquiry is due to report on 3 April. | 3 April | 2015-04-03
An inquest opened on Jan. 8 in Lower Harn. | Jan. 8 | 2015-01-08
The raid, carried out on December 30, freed two hostages. | December 30 | 2014-12-30
TORLE, 19 March - A factory wall fell on Thursday. | 19 March | 2015-03-19
Sat 14 Mar 2015 was the wettest day on record. | Sat 14 Mar 2015 | 2015-03-14
The mill shut in September with 80 jobs lost. | September | 2014-09-01 | 2014-09-30
She will take up the post in June. | June | 2015-06-01 | 2015-06-30
In the year 987 the monks fled. | the year 987 | 0987-01-01 | 0987-12-31
The 2011 census counted 9,000 people here. | 2011 | 2011-01-01 | 2011-12-31
Its 2012 budget ran to 40 pages. | 2012 | 2012-01-01 | 2012-12-31
In mid-2009 the bakery moved. | mid-2009 | 2009-05-01 | 2009-08-31
The scheme was dropped early in 2013. | early in 2013 | 2013-01-01 | 2013-04-30
Towards the end of 2010 prices fell. | the end of 2010 | 2010-09-01 | 2010-12-31
The bishop died in late October 1988. | late October 1988 | 1988-10-21 | 1988-10-31
Egrets returned in the middle of February. | the middle of February | 2015-02-11 | 2015-02-20
Orders jumped in Q2 2014. | Q2 2014 | 2014-04-01 | 2014-06-30
Output shrank in the fourth quarter of 2013. | the fourth quarter of 2013 | 2013-10-01 | 2013-12-31
The airline made a profit last quarter. | last quarter | 2014-10-01 | 2014-12-31
In the first half of 2014 rents rose. | the first half of 2014 | 2014-01-01 | 2014-06-30
Slate was quarried here in the 1840s. | the 1840s | 1840-01-01 | 1849-12-31
He painted little in the early 1930s. | the early 1930s | 1930-01-01 | 1933-12-31
The mosque was built in the late 12th century. | late 12th century | 1168-01-01 | 1200-12-31
The eighteenth century brought canals. | The eighteenth century | 1701-01-01 | 1800-12-31
It was a hit in the '70s. | the '70s | 1970-01-01 | 1979-12-31
In autumn 1994 they split up. | autumn 1994 | 1994-09-01 | 1994-11-30
The winter of 2010 killed the vines. | winter of 2010 | 2010-12-01 | 2011-02-28
Last autumn the pond was drained. | Last autumn | 2014-09-01 | 2014-11-30
Next winter the pass will stay open. | Next winter | 2015-12-01 | 2016-02-29
Voters in Harn elected a new mayor on Sunday. | Sunday | 2015-03-15
Voters in Harn choose a new mayor on Sunday. | Sunday | 2015-03-22
The strike is set to start on Wednesday. | Wednesday | 2015-03-25
The pilot, who landed on Monday, has resigned. | Monday | 2015-03-16
Tuesday's storm flattened two barns. | Tuesday | 2015-03-17
The choir is rehearsing for Saturday's concert. | Saturday | 2015-03-21
A vote planned for Tuesday was called off. | Tuesday | 2015-03-24
The shop, which opened Friday, sells lamps. | Friday | 2015-03-20
They play Torle on Saturday week. | Saturday week | 2015-03-28
The thief struck late on Wednesday night. | Wednesday night | 2015-03-18
The talks, which resume on Monday, have stalled. | Monday | 2015-03-23
Tenants said on Thursday that they would appeal. | Thursday | 2015-03-19
Last Tuesday the well ran dry. | Last Tuesday | 2015-03-17
This Saturday a market will be held. | This Saturday | 2015-03-21
The band played on Monday of last week. | Monday of last week | 2015-03-09
Shops were closed on Wednesday last week. | Wednesday last week | 2015-03-11
The river burst its banks last night. | last night | 2015-03-19
The minister arrives tomorrow morning. | tomorrow morning | 2015-03-21
He left the day before yesterday. | the day before yesterday | 2015-03-18
Snow fell overnight in the hills. | overnight | 2015-03-19 | 2015-03-20
The board met last weekend. | last weekend | 2015-03-14 | 2015-03-15
At the weekend two hikers were lost. | weekend | 2015-03-14 | 2015-03-15
The fair will be held at the weekend. | weekend | 2015-03-21 | 2015-03-22
Over the past month 30 cases were found. | the past month | 2015-02-20 | 2015-03-20
Workers will fit 200 pumps over the next three months. | the next three months | 2015-03-20 | 2015-06-20
Earlier this week the mayor apologised. | Earlier this week | 2015-03-16 | 2015-03-20
Later this year the road will be widened. | Later this year | 2015-03-20 | 2015-12-31
The budget will be passed by the end of the month. | by the end of the month | - | 2015-03-31
The dig began earlier in the week. | earlier in the week | 2015-03-16 | 2015-03-20
Four days ago a tram hit a wall. | Four days ago | 2015-03-16
The law was passed a fortnight ago. | a fortnight ago | 2015-03-02 | 2015-03-08
Twenty-five years ago the wall fell. | Twenty-five years ago | 1990-01-01 | 1990-12-31
Half a century ago the bog was drained. | Half a century ago | 1965-01-01 | 1965-12-31
The plant will close in four months. | in four months | 2015-07-01 | 2015-07-31
Ten days from now the comet can be seen. | Ten days from now | 2015-03-30
Two years ago today the pier collapsed. | Two years ago today | 2013-03-20
It closed on the last day of February. | the last day of February | 2015-02-28
In the first two weeks of January 2015 it rained. | the first two weeks of January 2015 | 2015-01-01 | 2015-01-14
The tenth anniversary of the crash was wet. The crash happened on 5 May 2003. | The tenth anniversary | 2013-05-05
The show ran from 2 to 6 March. | 2 to 6 March | 2015-03-02 | 2015-03-06
Between 4 and 9 February the phones were dead. | 4 and 9 February | 2015-02-04 | 2015-02-09
From May to August 2014 it never rained. | From May to August 2014 | 2014-05-01 | 2014-08-31
From 1914 to 1918 the park was ploughed. | From 1914 to 1918 | 1914-01-01 | 1918-12-31
The ward was shut from Tuesday until Thursday. | from Tuesday until Thursday | 2015-03-17 | 2015-03-19
It hailed on 7 and 8 January. | 7 and 8 January | 2015-01-07 | 2015-01-08
It hailed on 7 and 18 January. | 18 January | 2015-01-18
The vote was moved from 4 March to 11 March. | 11 March | 2015-03-11
The course runs from 20 April to 3 May. | 20 April to 3 May | 2015-04-20 | 2015-05-03
The show runs from 2 March to 3 May. | 2 March to 3 May | 2015-03-02 | 2015-05-03
Leaks were found in the week of 2 March. | the week of 2 March | 2015-03-02 | 2015-03-08
Sales for the week ending 7 March were poor. | the week ending 7 March | 2015-03-01 | 2015-03-07
He will be away for five days from 1 April. | for five days from 1 April | 2015-04-01 | 2015-04-05
The lock has been shut since 2 February. | since 2 February | 2015-02-02 | -
Nobody knew it before 1850. | before 1850 | - | 1849-12-31
After 3 March the snow melted. | After 3 March | 2015-03-04 | -
After the 3 March meeting he resigned. | 3 March | 2015-03-03
A letter from May 1960 was found. | May 1960 | 1960-05-01 | 1960-05-31
From Monday, buses will stop here. | From Monday | 2015-03-23 | -
The ban holds until the end of April. | until the end of April | - | 2015-04-30
The road did not reopen until 12 March. | 12 March | 2015-03-12
Nothing may be built there prior to 2020. | prior to 2020 | - | 2019-12-31
She has been ill since last spring. | since last spring | 2014-03-01 | -
By Tuesday the sea was calm. | By Tuesday | - | 2015-03-17
The bar was raided on New Year's Eve. | New Year's Eve | 2014-12-31
A wreath will be laid on Anzac Day. | Anzac Day | 2015-04-25
The day after Christmas the sales began. | The day after Christmas | 2014-12-26
Two days before Christmas Day a van was stolen. | Two days before Christmas Day | 2014-12-23
Firms shut between Christmas and New Year. | between Christmas and New Year | 2014-12-25 | 2015-01-01
On Christmas Day 1914 the guns fell silent. | Christmas Day 1914 | 1914-12-25
He served two terms in the 1960s and the 1970s. | 1970s | 1970-01-01 | 1979-12-31
"""
"""Of a text published on 2015-03-20."""
UNDATED = """
The dyke broke on 4 May 1911. The next morning the town was an island. | next morning | 1911-05-05
The dyke broke on 4 May 1911. A fortnight later the water had gone. | A fortnight later | 1911-05-15 | 1911-05-21
The dyke broke on 4 May 1911. Two months later the mayor was tried. | Two months later | 1911-07-01 | 1911-07-31
The dyke broke on 4 May 1911. The previous winter it snowed. | The previous winter | 1910-12-01 | 1911-02-28
The dyke broke on 4 May 1911. The following Monday a fund was opened. | The following Monday | 1911-05-08
The dyke broke on 4 May 1911. That same night 40 cows drowned. | That same night | 1911-05-04
The dyke broke on 4 May 1911. Earlier that week it had rained hard. | Earlier that week | 1911-05-01 | 1911-05-04
The dyke broke on 4 May 1911. Within ten days it was mended. | Within ten days | 1911-05-04 | 1911-05-14
The dyke broke on 4 May 1911. Since then nobody has lived there. | Since then | 1911-05-04 | -
The dyke broke on 4 May 1911. Seventy-two hours later it rained again. | Seventy-two hours later | 1911-05-07
The mill burned down in 1890. Three years later it was rebuilt. | Three years later | 1893-01-01 | 1893-12-31
The hall was sold in March 1955. The following month it was razed. | The following month | 1955-04-01 | 1955-04-30
The blaze broke out on 7 July 1901. The day after the fire, the king came. | The day after the fire | 1901-07-08
Parliament was dissolved on 7 July 1901. The eve of 7 July 1901 was calm. | The eve of 7 July 1901 | 1901-07-06
Five days after 7 July 1901 he sailed. | Five days after 7 July 1901 | 1901-07-12
The strike, which began on 1 May 1926, spread. On its ninth day the miners wavered. | its ninth day | 1926-05-09
A general strike was called on 1 May 1926. By day five of the strike all was quiet. | day five | - | 1926-05-05
The trial opened on 1 May 1926. In the second week of the trial he fell ill. | the second week | 1926-05-08 | 1926-05-14
The queen died on the first Sunday of May 1926. | the first Sunday of May 1926 | 1926-05-02
The hall fell on 9 June 1888. Later that day a crowd gathered. | Later that day | 1888-06-09
The hall fell on 9 June 1888. Later the same day a crowd gathered. | the same day | 1888-06-09
The hall fell on 9 June 1888. Two days earlier the mason had fled. | Two days earlier | 1888-06-07
The hall fell on 9 June 1888. Three weeks previously it snowed. | Three weeks previously | 1888-05-14 | 1888-05-20
The hall fell on 9 June 1888. The year before, a crack was seen. | The year before | 1887-01-01 | 1887-12-31
The hall fell on 9 June 1888. A month on, nothing had been done. | A month on | 1888-07-01 | 1888-07-31
The hall fell on 9 June 1888. Ten years on, it was rebuilt. | Ten years on | 1898-01-01 | 1898-12-31
The hall fell on 9 June 1888. By then the mayor had fled. | By then | - | 1888-06-09
The hall fell on 9 June 1888. That weekend the shops were shut. | That weekend | 1888-06-09 | 1888-06-10
The hall fell on 9 June 1888. That summer no one married. | That summer | 1888-06-01 | 1888-08-31
The hall fell on 9 June 1888. The same month a school burned. | The same month | 1888-06-01 | 1888-06-30
The hall fell on 9 June 1888. The previous day a crack was seen. | The previous day | 1888-06-08
The hall fell on 9 June 1888. The following September it rose. | The following September | 1888-09-01 | 1888-09-30
The hall fell on 9 June 1888. The next week the mason hanged himself. | The next week | 1888-06-11 | 1888-06-17
The hall fell on 9 June 1888. On the Monday the inquest began. | the Monday | 1888-06-11
The hall fell on 9 June 1888. Twenty-four hours later the tower fell too. | Twenty-four hours later | 1888-06-10
The hall fell on 9 June 1888 and the tower five days after that. | five days after that | 1888-06-14
The election was held on 9 June 1888. Two weeks after the election he fled. | Two weeks after | 1888-06-18 | 1888-06-24
The coup took place on 9 June 1888. Four days after the coup a ship came. | Four days after the coup | 1888-06-13
Snow fell two days after the coup of 9 June 1888. | two days after the coup | 1888-06-11
The ceasefire began on 9 June 1888. On the fifth day of the truce a shot was fired. | the fifth day | 1888-06-13
A curfew was declared on 9 June 1888. By the tenth day of the curfew bread was short. | the tenth day | - | 1888-06-18
The fair lasted from 3 to 9 June 1888. On the final day of the fair it rained. | the final day of the fair | 1888-06-09
She was born in 1901 and died in 1977. | 1901 | 1901-01-01 | 1901-12-31
The abbey was founded in 1098. The following century it was sacked. | in 1098 | 1098-01-01 | 1098-12-31
It was signed in the summer of 1899 or the autumn of 1900. | autumn of 1900 | 1900-09-01 | 1900-11-30
"""
"""Of a text that nobody knows the date of."""
NOT_KNOWN = """
A stamp reading 04/07/2014 was visible. | 04/07/2014
Wheat was scarce in the third quarter of its 2014 fiscal year. | the third quarter
Rail chaos on Monday: all the details | Monday
She became famous overnight. | overnight
He quit more than ten years ago. | ten years ago
A few weeks ago a lynx was seen. | A few weeks ago
They finished the wall in four months. | in four months
It is the biggest fall in ten years. | in ten years
She bought a Christmas tree. | Christmas
On Easter Monday it snowed. | Easter Monday
He raised 1500 pounds in 20 minutes. | 1500
April Dunn and her son Austin won. | April
Shares fell in the spring-water business. | spring
The team led after the first quarter. | first quarter
Flight 1844 left Gate 12. | 1844
The men may march to the sea. | may march
The library is shut on Mondays. | Mondays
He trains every Friday night. | Friday night
The Sunday Herald broke the story. | Sunday
It holds 2012 litres. | 2012
The 2012 litres were lost. | 2012
A five-year plan was adopted. | five-year
In his forties he learned to fly. | forties
Lorries ran at 1990 revolutions. | 1990
The Second World War hero died. | Second
A second later it was over. | second later
Version 2.10.14 was recalled. | 2.10.14
Nearly three years ago the shaft was sealed. | three years ago
Decades ago the shaft was sealed. | Decades ago
Two or three weeks ago the shaft was sealed. | three weeks ago
The bus leaves every day at noon. | every day
A 30-year-old man was held. | 30-year
His 2,000 sheep drowned. | 2,000
It will last two days. | two days
The ship carried 1912 passengers. | 1912
The firm employs 2000 in Torle. | 2000
Of 1900 voters, 1200 abstained. | 1900
The price rose from 1500 to 1900 crowns. | 1500
Between 1800 and 2000 people came. | 1800
The spring broke and the clock stopped. | spring
Mr May and Ms August wed. | May
The fall was broken by a net. | fall
The day the music died was cold. | day
In the second half Torle scored twice. | second half
She may sing on Sundays. | Sundays
Our weekend edition has more. | weekend
The Friday Club meets here. | Friday
The Christmas market was full. | Christmas
She won at the weekend market. | weekend
"""
"""No time, or none that anybody can know, in a text published on 2012-08-15."""
NOT_KNOWN_UNDATED = """
The mill burned down in 1890. Three days later it was rebuilt. | Three days later
The hall fell on 9 June 1888. Hours later the tower fell too. | Hours later
The hall fell on 9 June 1888. Several days later the tower fell too. | Several days later
It happened on Sunday. | Sunday
Next month it closes. | Next month
Ten minutes later he was gone. | Ten minutes later
"""
"""The same, in a text that nobody knows the date of."""


def ends(text: str, words: str, published: str | None) -> list[tuple[str, str]]:
    """The days of what shares a character with some words."""
    start = text.index(words)
    shared = [t for t in run(text, published) if t.span.start < start + len(words) and start < t.span.end]
    return [(t.from_ or "-", t.to or "-") for t in shared if t.from_ or t.to]


def run(text: str, published: str | None) -> tuple[TimeExpression, ...]:
    day = Interval(published, published, "stated") if published else None
    blocks = tuple(Block(*m.span(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    document = Document(
        "d", "d", "", "", "t", "text/plain", None, None, None, day, "en", "secondary", ((0, len(text)),), (), text,
        blocks=blocks,
    )  # fmt: skip
    return time.run(document, parse.run(document))


def rows(table: str, published: str | None) -> list[tuple[list[str], str | None]]:
    return [(row.split(" | "), published) for row in table.strip().split("\n")]


KNOWN = [*rows(OF_2012, "2012-08-15"), *rows(OF_2015, "2015-03-20"), *rows(UNDATED, None)]


@pytest.mark.parametrize(("row", "published"), KNOWN, ids=lambda value: str(value)[:60])
def test_days(row: list[str], published: str | None) -> None:
    text, words, first, last = (*row, row[-1])[:4]
    assert (first, last) in ends(text, words, published)


@pytest.mark.parametrize(
    ("row", "published"),
    [*rows(NOT_KNOWN, "2012-08-15"), *rows(NOT_KNOWN_UNDATED, None)],
    ids=lambda value: str(value)[:60],
)
def test_what_has_no_days(row: list[str], published: str | None) -> None:
    assert ends(row[0], row[1], published) == []
