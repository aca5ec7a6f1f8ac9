# The furniture's words in English. `{ $value }` is filled in by the page. The same keys stand in every file beside this one; a test
# looks after that.

## On every page and on stories.

skip = Skip to the text
menu = Menu
front-page = Front page
latest = Latest
trending = Trending
trending-how = How this is counted
pieces = Opinion, blog, interview
opinion = Opinion
blog = Blog
interview = Interview
shots = Shots
shots-lead = The day in 60 words a story
so-far = The story so far
so-far-lead = Every event of this running story, newest first, each with its sources.
names = People and bodies
last-reported = Last reported as { $value },
related = Related
sectors-title = Sectors
countries = Countries
all-countries = All countries
how-we-work = How we work
contact = Contact
connect = Connect with us on
email = E-mail
phone = Phone
disclaimer = Disclaimer
terms = Terms of use
privacy = Privacy policy
corrections = Corrections
sources-page = Sources and their state
feeds = Feeds
check-draft = Check a draft
how-it-works = How it works
about-us = About us
ai-policy = Use of software
corrections-policy = Corrections policy
sample = Sample day: every person, body and event on this site is invented.
label-software = Written by software from the sources below; not reviewed by an editor
label-model = Written with AI (a language model) from the sources below, each sentence checked against them; not reviewed by an editor
label-model-short = Written with AI
label-person = Written by { $value }
label-reviewed = Written by software from the sources below; facts and sources checked by { $value }
label-reviewed-model = Written with AI (a language model) from the sources below; facts and sources checked by { $value }
label-reviewed-pass = Agency copy as sent, with a summary picked by software; facts and sources checked by { $value }
label-reviewed-short = Checked by an editor
label-edited = Edited by { $value }
label-knowledge = Own knowledge of the desk; answered for by { $value }
label-press = Press release: an interested party’s own words
label-pass = Agency copy as sent, with a summary picked by software; not reviewed by an editor
label-pass-short = Agency copy
genre-analysis = Analysis
genre-explainer = Explainer
with-people = With { $value }
label-round-up = Round-up: each brief tells an event of its own
label-round-up-short = Round-up, written by software
label-short = Written by software
label-how = What this means
picture-drawn = Drawn by software, not a photograph
picture-generated = AI-generated; shows no real event or place
picture-modified = Changed with AI
drawn-short = Drawn by software
generated-short = AI-generated
modified-short = Changed with AI
picture-credit = Picture
desk = { $value } desk
desk-ai = { $value } desk, with AI
responsible = Responsible editor
updated = Updated
created = Created
filed-from = Filed from
about = About
not-stated = not stated
key-line = The number after a sentence shows the source words it rests on.
show-all = Show all of them
evidence = Source words, sentence by sentence
marker = Source words for sentence { $value }
close = Close
read-there = Read it there
link-only = This agency’s licence allows a link only.
cut-note = { $count ->
    [one] cut: the licence of this agency allows { $count } word
   *[other] cut: the licence of this agency allows { $count } words
}
sources = Sources
with-reports = With reports from { $value }
one-source = This story rests on one source.
differ = Sources differ
history = Update history
version = Version { $value }
this-version = this page
first-version = First published
new-version = Text updated
as-data = This story as data, with every citation
corrected = Correction
superseded = This is an earlier version. It has been replaced.
changed-since = What has changed since
cite = Cite this sentence
to-current = Read the current version
back-to-story = Back to the story
try-title = Try to fool it
try-lead = Change a number, a name or a quote and see at once what the sources say to it. Nothing is stored.
try-field = Text of the story: headline on the first line, then a paragraph a line
try-button = Check this text
check-example = See an example with mistakes in it
try-again = Change it and check again
result = What the sources say
supported = Supported
not-found = Not found
contradicted = Contradicted
all-supported = Every sentence is supported by the sources.
some-wrong = Sentences the sources do not support: { $value }. This text would be held, not published.
more = More
rtl-mark = →

## Lists.

nothing-published = Nothing has been published yet.
nothing-here = Nothing here yet.
pieces-lead = Written by people, under their own names.
countries-lead = Each country has two lists: what is about it, and what was filed from it.
country-lead = A story filed from a country need not be about it. The two lists are kept apart.
none-about = No story is about { $value } yet.
none-filed = No story was filed from { $value } yet.
stories = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
corrections-lead = What was wrong, what is right, and when it was put right.
how-we-correct = How we correct
no-correction = No correction has been made yet.

## Trending. The formula itself is set between the first two sentences.

trending-lead = The order is counted, not chosen. A story’s score is the sum over all hours of
trending-views = views
trending-age = age in hours
trending-half = A view counts half after { $half }, a quarter after twice that, and so on. Views by crawlers and other programs are left out. No cookie is set and no address is kept.
hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
nobody-read = Nobody has read anything yet.
score = Score { $value }

## Sources.

sources-lead = Whom we take from, how their copy is used, how many of their words a page may show, and how their feeds are doing.
source = Source
source-use = Use of its copy
source-words = Words shown
source-answer = Last answer
source-state = State of its feed
never-to-model = Its copy is never sent to a model.
words-none = a link only
words-up-to = { $count ->
    [one] up to { $count } word a page
   *[other] up to { $count } words a page
}
handed-in = handed in, no feed
not-yet = not yet
in-order = in order
failed-times = { $count ->
    [one] Failed once
   *[other] Failed { $count } times in a row
}
oddities = Oddities
no-source = No source has been added yet.
treatment-pass-through = published as sent
treatment-rewrite = drafted by software, checked against the copy
treatment-round-up = in round-ups
treatment-link-only = headline and link only
treatment-press-release = press releases, labelled so
source-home = Its own site
all-sources = All sources
source-stories = Stories that rest on it

## Editions.

editions = Editions
all-news = All news

## Archive.

archive = Archive
archive-lead = Every story by the day on which readers first saw it. The small figure is the number of stories of that day.
first-seen = Stories first published on { $value }
none-that-day = No story was first published on this day.
previous-day = Day before
next-day = Day after
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

## Bylines.

bylines = Bylines
desk-lead = No person stands behind this byline. Software drew these stories from agencies’ reports and checked every sentence against them; no editor read them before they appeared.
desk-ai-lead = No person stands behind this byline. A language model (AI) worded these stories from agencies’ reports. Rules checked every sentence against the reports; no editor read them before they appeared.
person-stories = Stories

## Feeds.

feeds-lead = Every list of this site for your reader: headline, summary, and how the text was made. No tracking.
feed-list = List
feeds-main = The whole site
feeds-opml = All of them in one file, for readers that take OPML

## Checking a draft.

check-lead = Paste a draft and the reports it was written from. Each sentence comes back with what the sources say to it: supported, contradicted with both values, or not found. Nothing is stored and no model is asked.
check-draft-field = Draft: headline on the first line, then a paragraph a line
check-source = Source { $value }
may-stay-empty = (may stay empty)
form-empty = The text is empty. Go back and write at least one sentence.
form-no-source = There is no source. Go back and paste the report that the draft was written from.
form-characters = Your text came to { $length } characters. Go back and cut to { $most } at most.
form-lines = Your text came to { $length } lines. Go back and cut to { $most } at most.
form-sources = Your sources came to { $length } characters. Go back and cut to { $most } at most.

## Instead of the page asked for.

gone-title = This story was withdrawn
gone-text = This story was withdrawn.
piece-gone-title = This piece was withdrawn
piece-gone-text = The editors withdrew this piece.
changed-on = Changed on { $value }
too-many-title = Too many checks in a minute
too-many-text = { $count ->
    [one] Checking a text takes work, so each reader may send only so many in a minute. Come back in { $count } second: go back in your browser, where your text still stands, and send it again.
   *[other] Checking a text takes work, so each reader may send only so many in a minute. Come back in { $count } seconds: go back in your browser, where your text still stands, and send it again.
}
busy-title = The check is busy
busy-text = Many readers are having texts checked at this moment. Go back in your browser, where your text still stands, and send it again in a few seconds.
bad-form-title = This text cannot be checked
not-found-title = There is no such page
not-found-text = The address may be mistyped, or the page was never published. The newest stories are below.
failed-title = This page could not be made
failed-text = The fault is ours and has been written to our log. Please try again in a minute.

## Months.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Months as short as the language writes them.

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = June
month-short-7 = July
month-short-8 = Aug
month-short-9 = Sept
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Sectors.

sector-politics = Politics
sector-business = Business
sector-law-order = Law & Order
sector-science-environment = Science & Environment
sector-health = Health
sector-education = Education
sector-sports-games = Sport
sector-entertainment = Entertainment
sector-lifestyle = Lifestyle
sector-international = International
sector-headlines = Headlines
sector-other = Other
too-large-title = This text is too long
too-large-text = A form may hold up to { $count } KB. Go back in your browser, where your text still stands, and send less of it.
too-slow-title = This text did not arrive
too-slow-text = Your text took too long on its way. Go back in your browser, where it still stands, and send it again.
away-title = This page cannot be shown at the moment
away-text = The newsroom’s store does not answer. We know of it. Please try again in a minute.
