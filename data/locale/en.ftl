# The program in English. One text an id; the ids are the same in every language.

## Tabs and views
tab-today = Today
tab-people = People
tab-municipalities = Municipalities
tab-plan = Plan
tab-feedback = Feedback
tab-actions = Actions
tab-practices = Practices
tab-short-today = Today
tab-short-people = People
tab-short-municipalities = Munic.
tab-short-plan = Plan
tab-short-feedback = Feedb.
tab-short-actions = Actions
tab-short-practices = Pract.
view-requests = requests
view-agenda = agenda

## Commands: short, for the footer; help and the palette show the same words
command-open = open
command-back = back
command-close = back or quit
command-filter = filter this list
    .short = filter
command-complete = complete
command-lookup = find anything
    .short = find
command-copy-email = copy e-mail
    .short = e-mail
command-copy-phone = copy phone
    .short = phone
command-copy-card = copy card
    .short = card
command-copy-addresses = copy all addresses
    .short = all addresses
command-plain-page = text on a plain page
    .short = plain page
command-mark = mark
command-next-view = next view
    .short = view
command-season = season
command-up = up
command-down = down
command-page-up = page up
command-page-down = page down
command-first = first
command-last = last
command-today = Today
command-people = People
command-municipalities = Municipalities
command-plan = Plan
command-feedback = Feedback
command-actions = Actions
command-practices = Practices
command-next-tab = next tab
    .short = tabs
command-previous-tab = previous tab
command-organisations = organisations
command-themes = themes
command-seasons = seasons
command-notes = notes
command-book = the book itself
command-problems = data problems
command-keep-filter = keep this filter under a name
command-use-filter = use a named filter
command-palette = commands
command-help = keys
command-redraw = draw the screen anew
command-suspend = suspend (fg brings it back)
command-interrupt = cancel
command-quit = quit
enter-choose = choose
enter-keep = keep
enter-list = to the list
key-space = Space
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
keys-y = copy

## Lines one types into, and what stands beside them
lookup-label = find
lookup-hint = Type part of a name, a place, a number or a theme. Two or three letters are often enough.
lookup-nothing = Nothing found. Fewer letters find more.
filter-label = filter
filter-nothing = Nothing here fits the filter. Esc takes it away.
filter-name-label = name of the filter
filters-label = named filter
filter-kept = Filter kept as “{ $name }”.
palette-label = command
help-label = keys on this screen
season-label = season
remark-all = { $count } in all
remark-found = { $count } found
remark-at-least = at least { $count } found
remark-marked = { $count } marked
loading = reading the book …
and-more = and { $count } more
and-others = and others: the filter in:… finds them all

## Toasts
copied = Sent to the terminal: { $what } · y t if it does not arrive
copied-without = Sent to the terminal: { $what } · { $count } without an address · y t if it does not arrive
copied-card = the card
copy-too-long = That is too long for the clipboard. y t shows it on a plain page.
no-such-key = { $key } does nothing here · ? shows the keys
not-here = That does not work here · ? shows what does
interrupt-again = Ctrl-C again quits
paste-nowhere = There is no line to paste into here · o finds, f filters
paste-cut = That was very long: the first 10,000 characters are in the line
pasted-lines = Pasted { $count } lines as one
book-unreadable = { $count } { $count ->
    [one] place
   *[other] places
} could not be read: see : data problems
book-changed = { $count } { $count ->
    [one] record has
   *[other] records have
} changed on disk
state-not-saved = Could not remember this for the next time: { $words }

## Why something cannot be done now
nothing-found = Nothing found
nothing-here = Nothing is chosen here
nothing-copied = Nothing has been copied yet
nothing-to-complete = Nothing to complete
no-filter = No filter is typed: press f first
no-filters = No filter has been kept yet
no-season = The book has no season yet
name-missing = Give it a name first
record-removed = That record has been removed
missing-phone = no phone
missing-email = no e-mail
missing-contact = no phone, no e-mail
missing-people = nobody is named here yet

## Today
today-never-reached = never reached
today-never-reached-known = never reached, as far as known
today-no-contact = neither phone nor e-mail
today-problems = could not be read
today-nothing = Nothing needs a hand today.
gap-no-contact = no contact info
gap-no-date = no date yet
gap-no-programme = no programme yet

## Cards
section-people = people
section-coachings = coachings
section-sessions = sessions
section-notes = notes
section-practices = practices
section-former = before
section-referring = see also
section-unknown = kept as found in the file
label-load = load
label-last-contact = last contact
load-of-ceiling = { $count } of { $ceiling } coachings in { $season }
load = { $count } { $count ->
    [one] coaching
   *[other] coachings
} in { $season }
inhabitants = { $number } { $count ->
    [one] inhabitant
   *[other] inhabitants
}
in-subregion = { $name } subregion
removed = removed ({ $id })
session-title-many = { $kind }: { $municipality } and { $others } more
yes = yes
no = no
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

## Empty lists
empty-people = No people yet.
empty-municipalities = No municipalities yet.
empty-requests = No coachings yet. What municipalities ask for will stand here.
empty-agenda = No sessions yet.
empty-actions = No actions yet. What was agreed on will stand here.
empty-practices = No practices yet.
empty-unreadable = These records could not be read: see Today or : data problems.
empty-list = Nothing here yet.
too-small = The window is too small: at least 40 × 10 is needed. Nothing is lost.

## Data problems
problems-title = What could not be read
problems-none = Everything in the book could be read.
problems-what-to-do = All the rest is open, and the files stay as they are. Mend the place named in a text editor; the program notices by itself.
problem-syntax = From here on this record is not valid JSON: look for a comma, a bracket or a quotation mark.
problem-truncated = This record ends too early: a bracket or a quotation mark is missing.
problem-field = The field “{ $key }” cannot be read: { $reason }.
problem-key-twice = The key “{ $key }” stands twice in one record. Remove one of the two.
problem-no-id = This record has no “id”.
problem-id-twice = The id “{ $id }” is already used by a record before this one, which is the one shown.
problem-file-truncated = The file ends too early.
problem-record-too-large = This record is larger than 1 MB and was passed over.
problem-not-a-file = This is not a file of records: it should begin with “format”, “kind” and “records”.
problem-other-kind = The file says it holds another kind of records than its name.
problem-newer-format = The file is of a newer format. Update the program to read it.
problem-byte-order-mark = The file begins with a byte order mark; it was read over and does no harm.
problem-io = The file cannot be opened: { $words }.
problem-no-directory = The directory of the book is gone; what was read before is still here.
problem-denied = The file may not be read: its permissions do not allow it.
problem-not-regular = This is no ordinary file of the book’s own directory, so it was not read.
problem-file-too-large = The file is larger than 64 MB and was not read.
invalid-id = an id may hold only letters a–z, digits, - and _
invalid-link = it should be kind:id, such as person:p0a1b2c3d4e5f
invalid-type = it holds another kind of content than the field takes
invalid-choice = it is none of the field’s choices
invalid-number = it should be a whole number from 0 on
invalid-date = there is no such day (as in 2021-10-06)
invalid-time = there is no such time (as in 09:30)

## Settings
config-unknown-key = config.toml, line { $line }: nobody knows the setting “{ $key }”. Known are data, language and me.
config-bad-value = config.toml, line { $line }: “{ $key }” cannot be this. data is a path in quotes, language is "fi", "sv" or "en", me is a person’s id in quotes.
config-syntax = config.toml, line { $line }: not readable ({ $words }), so no setting was used.

## Scopes, as typed: role:tutor
scope-role = role
scope-theme = theme
scope-season = season
scope-in = in
scope-status = status
scope-kind = kind

## Kinds of record
kind-municipality = municipality
kind-organisation = organisation
kind-person = person
kind-theme = theme
kind-season = season
kind-coaching = coaching
kind-session = session
kind-feedback = feedback
kind-action = action
kind-practice = practice
kind-note = note
kind-book = book
kinds-municipality = municipalities
kinds-organisation = organisations
kinds-person = people
kinds-theme = themes
kinds-season = seasons
kinds-coaching = coachings
kinds-session = sessions
kinds-feedback = feedback
kinds-action = actions
kinds-practice = practices
kinds-note = notes
kinds-book = book

## Command line
cli-about = Address book, planning desk and memory for a peer-tutoring programme between municipalities.
cli-after = Without a command the program opens on the screen; with words it opens on what they find:{"\u000A"}  kuntatutor tam{"\u000A"}Words that are also a command's name go after --:{"\u000A"}  kuntatutor -- show
cli-find = Find records; prints name, title, municipality, phone and e-mail
cli-show = Show one record whole, by its id or by words that find it alone
cli-list = List the records of one kind
cli-check = Check that everything in the book can be read
cli-paths = Show where everything lives
cli-option-data = Directory of the book
cli-option-lang = Language: fi, sv or en
cli-option-json = Print JSON
cli-option-help = Show this help
cli-option-version = Show the version
cli-arg-words = Words in any order, also role:tutor, in:porvoo, season:2021
cli-arg-record = An id such as person:p0a1b2c3d4e5f, or words
cli-arg-kind = The kind: { $kinds }
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-place-usage = [OPTIONS] [WORDS or COMMAND]
cli-place-words = WORDS
cli-place-record = RECORD
cli-place-kind = KIND
cli-place-dir = DIR
cli-place-lang = LANGUAGE
error-unknown-option = There is no option { $option }. kuntatutor --help shows them all.
error-missing-value = { $option } needs something after it. kuntatutor --help shows what.
error-missing-argument = Something is missing: { $argument }. kuntatutor --help shows how to say it.
error-bad-value = { $option } cannot be “{ $value }”. kuntatutor --help shows what it can be.
error-usage = This could not be understood: { $words } kuntatutor --help shows how to say it.
error-unknown-kind = There is no kind of record called “{ $kind }”. The kinds are: { $kinds }.
error-nothing-found = Nothing found with “{ $words }”. Fewer letters find more.
error-ambiguous = { $count ->
    [one] “{ $words }” finds 1 record. Choose it by its id:
   *[other] “{ $words }” finds { $count } records. Choose one by its id:
}
error-no-directory = There is no directory { $path }, which { $by } names. Check the path, or leave it out to open your own book.
named-by-option = --data
named-by-environment = KUNTATUTOR_DATA
named-by-settings = config.toml
error-word-too-many = The word “{ $word }” is one too many here. kuntatutor --help shows how to say it.
error-no-home = Your home directory is not known, so nothing can be remembered. Name the book with --data.
error-no-terminal = The screen needs a terminal. kuntatutor find WORDS works without one.
error-unknown-terminal = The terminal type TERM={ $term } is not known. Try TERM=xterm-256color kuntatutor, or kuntatutor find WORDS.
error-terminal = The terminal stopped answering: { $words }
error-output = The output could not be written: { $words }
panic-told = Something went wrong inside the program. The terminal is as it was, and nothing in the book was touched. What happened is in { $path }.
check-ok = Everything could be read: { $count } records in { $path }.
check-missing = “{ $from }” refers to { $link }, which is not in the book; it is shown as removed.
check-no-book = There is no book in { $path }: none of its files is there.
check-problems = { $count } { $count ->
    [one] place
   *[other] places
} could not be read; the rest is open.
paths-book = book
paths-settings = settings
paths-usage = frequent and recent
paths-filters = named filters
paths-log = log
origin-example = the example book

## Choices
choice-action-status-open = open
choice-action-status-done = done
choice-action-status-dropped = dropped
choice-answering-agreement = 1–5, disagree to agree
choice-answering-recommend = 0–10
choice-answering-yes-no = yes or no
choice-answering-change = no, planned, started or in use
choice-answering-words = in words
choice-answering-hours = working hours
choice-availability-yes = suits
choice-availability-if-needed = if need be
choice-availability-no = does not suit
choice-channel-phone = by phone
choice-channel-email = by e-mail
choice-channel-form = on a form
choice-channel-meeting = at a meeting
choice-channel-other = otherwise
choice-coaching-status-waiting = waiting
choice-coaching-status-requested = requested
choice-coaching-status-offered = offered
choice-coaching-status-planning = planning
choice-coaching-status-under-way = under way
choice-coaching-status-done = done
choice-coaching-status-postponed = postponed
choice-coaching-status-declined = declined
choice-coaching-status-cancelled = cancelled
choice-consent-asked = asked
choice-consent-confirmed = confirmed
choice-consent-declined = declined
choice-contact-kind-phone = phone
choice-contact-kind-email = e-mail
choice-contact-kind-other = other
choice-form-remote = remote support
choice-form-local = local support
choice-form-training = training
choice-goal-network = network
choice-goal-picture = situational picture
choice-goal-supply = supply develops
choice-goal-communication = communication
choice-item-kind-opening = opening
choice-item-kind-talk = talk
choice-item-kind-panel = panel
choice-item-kind-workshop = workshop
choice-item-kind-discussion = discussion
choice-item-kind-break = break
choice-item-kind-closing = closing
choice-level-warn = warns
choice-mode-remote = remote
choice-mode-on-site = on site
choice-mode-hybrid = hybrid
choice-municipality-kind-city = city
choice-municipality-kind-municipality = municipality
choice-organisation-kind-regional-council = regional council
choice-organisation-kind-agency = agency
choice-organisation-kind-association = association
choice-organisation-kind-school = school
choice-organisation-kind-company = company
choice-part-moderator = moderator
choice-part-speaker = speaker
choice-part-panellist = panellist
choice-part-expert = expert
choice-publication-kind-page = web page
choice-publication-kind-article = article
choice-publication-kind-news = news
choice-publication-kind-report = report
choice-publication-kind-material = material
choice-role-tutor = tutor
choice-role-contact = contact person
choice-role-coordinator = coordinator
choice-role-speaker = speaker
choice-role-expert = expert
choice-session-kind-meeting = coaching meeting
choice-session-kind-webinar = webinar
choice-session-kind-visit = visit
choice-session-kind-network = network meeting
choice-session-kind-training = training
choice-session-status-planned = planned
choice-session-status-confirmed = confirmed
choice-session-status-held = held
choice-session-status-cancelled = cancelled
choice-template-kind-checklist = checklist
choice-template-kind-programme = programme
choice-template-kind-letter = letter
choice-tongue-fi = Finnish
choice-tongue-sv = Swedish
choice-tongue-en = English
choice-urban-class-urban = urban
choice-urban-class-semi-urban = semi-urban
choice-urban-class-rural = rural
choice-voice-receiving = receiving municipality
choice-voice-tutor = tutor
choice-way-chat = chat
choice-way-phone = phone
choice-way-video = video
choice-way-unattended = unattended service point
choice-way-service-point = service point
choice-way-peer = peer support
choice-way-home = at home
choice-way-online = online
choice-way-course = course
choice-way-adult-education = adult education

## Fields
field-about = about
field-affiliations = workplaces
field-aim = aim
field-answer = answer
field-answering = answered with
field-answers = answers
field-asked-by = asked by
field-asked-on = asked on
field-at = workplace
field-at-least = at least so many
field-at-session = at the session
field-availability = answer
field-by = written by
field-candidates = candidate dates
field-ceiling = ceiling
field-channel = asked how
field-checklist = checklist
field-clash-levels = clash rules
field-coachings = coachings
field-comment = comment
field-complete = all municipalities known
field-consent = answer
field-contact = contact
field-contacts = contact people
field-contacts-public = contacts are public
field-date = date
field-done = done
field-done-on = done on
field-due = due
field-email = e-mail
field-ends = ends
field-entered-by = entered by
field-family = family name
field-form = form
field-from = from
field-further-contacts = further contacts
field-given = given name
field-given-on = given on
field-goal = goal
field-goals = goals
field-group-experience = experience of the group
field-group-size = size of the group
field-here = from
field-hours = working hours
field-idea = idea of the solution
field-imported-answer = answer in that form
field-imported-from = imported from
field-invitation-sequence = changes of the invitation
field-invited = invited
field-key = key
field-kind = kind
field-language = language
field-languages = languages
field-last-day = last day
field-left-on = left on
field-length = length
field-level = level
field-link = link
field-materials = materials
field-may-be-quoted = may be quoted
field-may-be-shared = may be shared
field-merged-into = merged into
field-minutes = length
field-mode = held
field-months = months
field-municipalities = municipalities
field-municipality = municipality
field-name = name
field-needs = what it needs
field-note = note
field-on = on
field-opt-outs = not taking part
field-outcome = outcome
field-owner = owner
field-part = part
field-phone = phone
field-place = place
field-places = places
field-planned-week = planned for the week of
field-population = inhabitants
field-preparation = preparation
field-presence = present by municipality
field-present = present
field-present-municipalities = municipalities present
field-present-people = people present
field-present-state = present state
field-presentation = presentation
field-presentation-public = presentation is public
field-problem = problem
field-programme = programme
field-promised-by = promised by
field-publications = publications
field-question = question
field-questionnaire = questionnaire
field-questionnaires = questionnaires
field-questions = questions
field-quote = quote
field-read-more = read more
field-reason = reason
field-received-on = received on
field-records = records
field-region = region
field-registered = registered
field-registered-municipalities = municipalities registered
field-registered-people = people registered
field-registry-email = registry
field-replies = answers
field-report-texts = texts of the report
field-responsible = responsible
field-result = result
field-retention = kept for
field-role = role
field-roles = roles
field-round = round
field-rounds = rounds
field-rule = rule
field-season = season
field-sent-on = sent on
field-session = session
field-session-kinds = for
field-since = since
field-source = source
field-source-date = date of the source
field-source-field = field of the source
field-speakers = speakers
field-starts = starts
field-status = status
field-subregion = subregion
field-support = forms of support
field-switchboard = switchboard
field-target-municipalities = municipalities to reach
field-technical-hosts = technical hosts
field-templates = templates
field-text = text
field-themes = themes
field-there = to
field-time = time
field-title = title
field-job-title = title
field-travel = travel
field-tutor = tutor
field-tutor-municipalities = tutor municipalities
field-tutors = tutors
field-unavailable = unavailable
field-unit = unit
field-until = until
field-uptakes = taken up by
field-urban-class = class
field-valid-from = exists from
field-valid-until = existed until
field-version = version
field-voice = voice
field-wants-contact = wants to be contacted
field-way = way
field-website = website
field-what = what
field-who = who
field-why = why
field-wish = wish
field-wished-period = wished time
field-zone = time zone
paths-own-book = your own book

## What was done to the book: said as in “undone: deleted Ari Tammi”
choice-act-add = added
choice-act-edit = changed
choice-act-delete = deleted
choice-act-note = note
choice-act-settle = settled
choice-act-undo = undone
choice-act-redo = redone
choice-act-import = imported
choice-act-unite = merged
choice-act-apart = told apart
choice-act-move = moved
choice-act-merge = municipalities merged
choice-act-next-season = new season
## What is written into fields, and what is wrong with it
entry-missing = Still missing: { $field }.
entry-control = The text has control characters that cannot be shown. Write it again without them.
entry-too-long = The text is too long: it has { $count } characters, and { $most } fit. Shorten it a little.
entry-email = “{ $text }” is no e-mail address. One is, for instance, name@town.fi, without blanks.
entry-phone = “{ $text }” is no phone number. Write digits, as in 040 123 4567; anything else can go into the note.
entry-web = “{ $text }” is no web address. One is, for instance, town.fi/support, without blanks.
entry-date = “{ $text }” is no day. Write, for instance, 6.10., 6.10.2021, tue, week 41 or +2w.
entry-no-month = There is no month { $month } – they are 1–12.
entry-no-day = There is no { $date } – that month has { $days } days.
entry-no-week = The year { $year } has no week { $week }. Check the week or the year.
entry-no-week-ever = There is no week { $week } – they are 1–53.
entry-other-weekday = That is { $day }. Mend the weekday or the day.
entry-time = “{ $text }” is no time of day. Write, for instance, 9, 9:30 or 9–11:30.
entry-length = “{ $text }” is no length of time. Write, for instance, 90, 1 h 30 min or 1.5 h.
entry-number = “{ $text }” is no count. Write a whole number, such as 12.
entry-yes-no = “{ $text }” – answer yes or no.
entry-no-choice = “{ $text }” is not among the choices. They are: { $choices }.
entry-many-choices = “{ $text }” may be { $choices }. Write a little more.
entry-nothing = “{ $text }” finds nothing for this field. Fewer letters find more, and what is missing can be added first.
entry-several = “{ $text }” may be { $records }. Write a little more, or choose by id.
entry-several-more = “{ $text }” may be { $records } or another ({ $more } more). Write a little more, or choose by id.
entry-other-kind = This field takes only: { $kinds }.
entry-open-quote = A quotation mark is left open. Close it with one of the same kind.
entry-no-field = The row has no field “{ $key }”. The fields are: { $keys }.
entry-key-twice = “{ $key }” is there twice. Leave one of them out.
entry-id = “{ $text }” cannot be an id: that holds only letters a–z, digits, - and _.
entry-in-field = { $field }: { $sentence }
entry-in-row = Row { $number }: { $sentence }

## Saving
save-failed-busy = Somebody else is saving just now. Try again in a moment.
save-failed-busy-with = { $user } is saving just now (process { $process }, since { $since }). Try again in a moment.
save-failed-no-directory = The book’s directory { $file } is not there. See whether it was moved or its disk taken off.
save-failed-full = The disk is full, so { $file } is as it was. Make room and save again.
save-failed-quota = Your share of the disk is used up, so { $file } is as it was. Make room and save again.
save-failed-read-only = { $file } is on a disk that cannot be written to. Choose another place for the book.
save-failed-denied = Your rights do not suffice: { $file } is as it was. Ask for the right to write into the book’s directory.
save-failed-not-regular = { $file } is a link or something else that is no regular file, and is not written over. Move it away.
save-failed-newer-format = { $file } has a newer format and was not changed. Update the program.
save-failed-frame = The structure of { $file } is broken, so nothing was written into it. Mend it, or take it from the directory backup.
save-failed-unreadable = The record { $id } in { $file } can no longer be read and was not replaced. Mend the record and save again.
save-failed-record-too-large = The record { $id } would be larger than 1 MB. Shorten it to make it fit into { $file }.
save-failed-unwritable = The record { $id } could not be written to { $file }. The fault is the program’s: please report it.
save-failed-file-too-large = { $file } would be larger than 64 MB. Remove records that are no longer needed.
save-failed-intent = The file { $file } of a save that was cut short cannot be read. Move it away and save again.
save-failed-holds-book = There is a book in { $file } already. Choose another directory.
save-failed-not-empty = There is something else in { $file } already. Choose an empty directory.
save-failed-unknown-region = There is no region called “{ $name }”. The regions are: { $regions }.
save-failed-io = { $file } could not be saved: { $words }. Try again; if it happens again, the disk may be failing.
new-book-name = Peer tutors, { $region }

## Forms, changes, drafts, a book of one’s own
command-new = new
command-add = add for this
    .short = add
command-edit = edit
command-duplicate = duplicate
    .short = duplicate
command-delete = delete
command-note = write a note
    .short = note
command-quick = correct quickly
    .short = correct
command-next-status = next status
    .short = next status
command-undo = undo
command-redo = redo
command-finish = finish
command-next-field = next field
    .short = field
command-previous-field = previous field
command-make-now = make it now
    .short = make new
command-editor = open in your editor
    .short = editor
command-move-up = move up
    .short = up
command-move-down = move down
    .short = down
command-invert = invert the marks
command-settle = settle a conflict
command-who-am-i = who uses the program
enter-next = next
enter-finish = finish
enter-rows = rows
enter-row-new = new row
label-in-fi = { $label } in Finnish
label-in-sv = { $label } in Swedish
label-in-en = { $label } in English
field-code = code
field-me = I am
form-new = new { $kind }
form-edit = { $kind }: { $name }
form-note = note: { $about }
form-row = { $label }: row { $number }
form-row-new = { $label }: new row
form-many = { $count ->
        [one] for one marked
       *[other] for { $count } marked
    }
form-wrong = { $count ->
        [one] One place waits to be mended.
       *[other] { $count } places wait to be mended.
    }
form-unchanged = Nothing changed.
form-key = Give a key, or a name to make it from.
form-key-taken = The key { $key } is taken. Choose another.
form-row-leaving = The row is not finished: Ctrl-S takes it in, Esc again leaves it out.
form-row-deleted = Row deleted.
form-row-add = + new row
form-rows = { $count ->
        [one] { $first }
       *[other] { $count } rows · { $first } …
    }
form-rows-title = { $count ->
        [0] { $label }: no rows yet
        [one] { $label }: one row
       *[other] { $label }: { $count } rows
    }
form-draft-kept = draft kept
form-reference-gone = This is no longer in the book ({ $id }). Choose another, or take it out with Backspace.
hint-rows-none = Type or press Enter for a new row. Tab passes on.
hint-make-now = Nothing fits. F4 makes a new one at once.
hint-nothing-fits = Nothing fits. Fewer letters find more.
hint-long = Alt-Enter begins a new line. F6 opens the text in your editor.
hint-date = For instance 6.10., tue, week 41, +2w.
hint-time = For instance 9, 9:30 or 9–11:30.
hint-length = For instance 90, 1 h 30 min or 1.5 h.
hint-phone = For instance 040 123 4567.
hint-key = A short key of letters and digits. Left empty, it is made from the name.
echo-date = { $weekday } { $day } · week { $week }
pick-name-only = as a name only
nothing-to-make = Nothing new is made in this field.
no-text-to-edit = Only long texts open in the editor.
read-only = The book is open for reading only.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
book-stays = The book’s own record is neither deleted nor duplicated; edit it.
one-at-a-time = This is done for one at a time. Esc takes the marks away.
no-next-status = There is no next status.
nothing-to-settle = There is no conflict here.
change-done = { $act }: { $what }
undone = undone: { $act } { $what }
redone = done again: { $act } { $what }
first-and-others = { $count ->
        [one] { $first } and one more
       *[other] { $first } and { $count } more
    }
status-now = { $what }: { $status }
conflict-kept = Somebody else changed the same place ({ $field }). Both are kept: Today → to settle.
news = Elsewhere { $act }: { $what }
news-by = { $who } – { $act }: { $what }
state-saving = saving…
state-saved = ✓ saved
state-not-on-disk = ! not on disk
quit-unsaved = Not everything could be brought to the disk. Quit again to leave all the same; it is lost then.
draft-kept = The draft is kept: Today → half-filled.
draft-taken = The draft goes on in another session.
draft-discarded = The draft was thrown away.
draft-failed = The draft could not be written to the disk: { $words }
drafts-found = { $count ->
        [one] One form was left unfinished: Today → half-filled.
       *[other] { $count } forms were left unfinished: Today → half-filled.
    }
draft-described = { $count ->
        [one] { $what }, { $when }, one character
       *[other] { $what }, { $when }, { $count } characters
    }
draft-held = { $what }, { $when }, { $count } characters, open in another session
draft-continue = continue
draft-take-over = go on here (the other session gives it up)
draft-look = look
draft-discard = throw away
editor-failed = Editor: { $words }
editor-none = No editor is chosen: set EDITOR.
editor-ended = { $editor } ended with an error; the text is as it was.
editor-missing = There is no { $editor }; set EDITOR.
paste-label = Paste { $count } characters?
paste-do = paste
paste-not = do not paste
delete-referred = { $count ->
        [one] { $what }: one record refers to it. Delete?
       *[other] { $what }: { $count } records refer to it. Delete?
    }
delete-most = { $what }: delete all { $count }, more than half?
delete-do = delete (u undoes)
delete-not = do not delete
add-label = add for { $name }
field-label = which field of { $count } marked
settle-label = { $name }: { $field }
settle-present = keep: { $value }
settle-other = take: { $value }
settle-both = keep both
settle-empty = (empty)
begin-label = The example stays as it is. What is your own book to be?
begin-copy = a copy of this example
begin-copy-beside = Uusimaa 2021: tutors, municipalities, coachings
begin-region = an empty book for a region
begin-region-beside = with its municipalities and the themes
begin-shared = a shared directory
begin-shared-beside = the same book as your colleagues
begin-region-label = region
begin-municipalities = { $count ->
        [one] one municipality
       *[other] { $count } municipalities
    }
begin-directory-label = directory
begun = The book is there.
me-label = Who are you?
me-hint = Your name signs notes and changes. F4 makes a new person; empty will do too.
today-unfinished = half-filled
today-settle = to settle
## Command line: what changes the book
cli-add = Add a record; prints its id and name
cli-edit = Change fields of a record
cli-delete = Delete a record; undo brings it back
cli-note = Write a note on a record
cli-undo = Undo your last change
cli-redo = Do again what was undone
cli-init = Make a book of your own: for a region, or from the example
cli-option-dry-run = Show the change and save nothing
cli-option-read-only = Write nothing into the book
cli-option-id = Id: of a municipality its code; of a theme or season it is otherwise made from the name
cli-option-region = Region, such as Pirkanmaa: its municipalities, else an empty book
cli-option-example = A copy of the example book
cli-arg-text = Text of the note
cli-place-key = ID
cli-place-name = NAME
cli-place-text = TEXT
cli-place-fields = --FIELD VALUE …
cli-place-init = --region NAME | --example
cli-after-add = kuntatutor add KIND --help lists the fields of a kind.
cli-after-add-kind = Fields (* needed):{"\u000A"}{ $fields }{"\u000A"}{"\u000A"}--field+ VALUE adds to a list or as a row, a row being 'key=value key="value with blanks"'.{"\u000A"}--field.fi VALUE writes one language. A field goes by its name in any language.
cli-after-edit = kuntatutor add KIND --help lists the fields.{"\u000A"}--field VALUE writes, --field '' empties, --field+ VALUE adds to a list or as a row,{"\u000A"}--field- VALUE takes out of a list (a row by its id or number), --field.ROW.cell VALUE changes a row.
error-of-option = { $option }: { $sentence }
error-no-field = There is no such field. kuntatutor add KIND --help lists the fields.
error-no-part = The field has no such part, or nothing can be added to it. A cell of a row is --field.ROW.cell, a language --field.fi.
error-no-row = There is no row “{ $row }”. The rows are: { $rows }.
error-no-rows = There is no row “{ $row }”: there are no rows yet. Add one with +.
error-not-a-list = The field is no list. Leave out + or -.
error-not-in-list = “{ $text }” is not in the list, so it cannot be taken out.
error-not-in-book = { $link } is not in the book. Check the id, or add the record first.
error-one-book = There is a book already: kuntatutor edit book:book changes it. kuntatutor init makes a new one.
error-book-stays = The book’s own record cannot be deleted, only changed: kuntatutor edit book:book.
error-id-is-made = Of this kind ({ $kind }) ids are made by themselves. Leave out --id.
error-id-taken = The id “{ $id }” is already used. Choose another, or change the record that has it with edit.
error-id-needed = The name makes no id. Give one with --id, such as --id season-2026.
error-municipality-code = A municipality needs its code of three digits: for instance --id 091.
error-read-only = The book is open for reading only, so nothing was changed. Leave out --read-only.
error-example = The example book is open, and it cannot be changed. Make your own first: kuntatutor init --example or kuntatutor init --region NAME.
change-nothing = Nothing changes.
change-conflict = Somebody else had changed the same place ({ $record }, { $field }). Both are kept, and the record lets you choose.
deleted = { $count ->
    [0] Deleted. kuntatutor undo brings it back.
    [one] Deleted. { $count } record refers to it and shows it as removed. kuntatutor undo brings it back.
   *[other] Deleted. { $count } records refer to it and show it as removed. kuntatutor undo brings it back.
}
init-done = The book is ready. kuntatutor opens it.
init-would = The book would be made here.
turn-moved-nothing = There was nothing left to change here: somebody else had changed the same.
settle-gone = leave out: { $value }
change-revived = { $what } had been deleted elsewhere; your change brought it back.
backup-failed = The day’s backup could not be made: { $words } The changes are saved all the same.
save-waits = { $words } The change is kept in memory; Ctrl-S tries again.
state-read-only = read only
command-save-again = save again
nothing-to-save = Everything is on the disk already.
hint-none-yet = There are none in the book yet. F4 makes the first.
entry-before = This is before it begins ({ $begins } { $day }). Check both days.
hint-replaces = What you type replaces this. An arrow key keeps it, to be changed.
draft-elsewhere = This form goes on in another session. Esc closes it here; Ctrl-S again saves it all the same.
problem-missing = the file is missing; a copy is in backup/{ $day }
state-draft-not-on-disk = ! draft not on disk
save-failed-gone = { $file } has gone from the disk, and no new one was put in its place. Take it back from the directory backup, or from where it was moved.

## Tables
heading-id = id
heading-whole-name = whole name
heading-in-language = { $label } ({ $language })
heading-of-cell = { $label }: { $cell }

## Bringing tables in
import-guessed = { $text }: read as { $place }
import-no-place = The municipality “{ $text }” is not in this book.
import-no-id = “{ $text }” cannot be an id.
import-no-key = The code or key is missing.
import-one-only = There is room for one number or address only.
import-homeless = The place of work is missing.
import-stands = { $heading }: an earlier row says otherwise, which stands. “{ $text }” is kept beside it or in the note.
import-in-note = { $heading }: { $why } The text goes into the note.
import-unread = { $heading }: { $why }

## Bringing tables in: the screen
command-import = bring in a table
    .short = import
    .also = excel csv xlsx ods contacts spreadsheet read import
begin-spreadsheet = bring contacts in from a spreadsheet
begin-spreadsheet-beside = first the region, then the file
tables-label = Bring in a table
tables-hint = type a name or path, or paste the cells here
tables-found = Tables that were found, newest first:
tables-nothing-found = No tables were found in the home directory. Type the file's path or paste the cells here.
tables-none = Type the file's path or paste the cells.
tables-reading = Reading… { $rows } rows. Esc stops.
tables-missing = There is no file { $path }. Check its name.
tables-system = The file cannot be read: { $words }
import-title = Bringing in { $name }: { $kind }
import-pasted = pasted cells
import-going = going through the rows: { $rows } / { $all }
import-tally-new = { $count ->
    [one] 1 new
   *[other] { $count } new
}
import-tally-changed = { $count ->
    [one] 1 changes
   *[other] { $count } change
}
import-tally-same = { $count ->
    [one] 1 as it is
   *[other] { $count } as they are
}
import-tally-again = { $count ->
    [one] 1 row about the same
   *[other] { $count } rows about the same
}
import-tally-organisations = { $count ->
    [one] 1 new organisation
   *[other] { $count } new organisations
}
import-tally-left-out = { $count ->
    [one] 1 row is left out
   *[other] { $count } rows are left out
}
import-view-columns = columns
import-view-rows = rows
import-view-remarks = to look at { $count }
import-nothing-remarkable = Nothing to look at.
import-kind = Bringing in
import-sheet = Sheet
import-sheet-number = sheet { $number }
import-heading = Headings
import-heading-at = on row { $number }
import-heading-line = row { $number }: { $cells }
import-heading-none = no headings
import-known = Already there
import-known-updated = updated
import-known-skipped = left as they are
import-order = Names
import-order-given = given name first
import-order-family = family name first
import-guesses = Misspelt places
import-guesses-on = as the nearest
import-guesses-off = left unread
import-column = column { $number }
import-means = { $heading } is
import-means-note = into the note
import-means-nothing = not brought in
import-as-above = { $name }, empty = same as above
import-fate-new = new
import-fate-changed = changes
import-fate-same = as it is
import-fate-again = = row { $line }
import-fate-skipped = left alone
import-fate-left-out = left out
import-row = Row { $number }
import-reason = Reason
import-finish = bring in
import-not-yet = Still going through the rows.
import-done = Brought in: { $new } new, { $changed } updated, { $out } left out. u takes it back.
import-nothing = There is nothing new in the table: the book says so already.
enter-change = change
## Reading tables
notice-hidden-sheets = { $count ->
    [one] A hidden sheet was left out.
   *[other] { $count } hidden sheets were left out.
}
notice-only-hidden = { $count ->
    [one] The visible sheets were empty, so the hidden one was read.
   *[other] The visible sheets were empty, so { $count } hidden ones were read.
}
notice-mixed-encoding = { $count ->
    [one] The file mixes two encodings: one line was read as Windows text. Check its letters with dots.
   *[other] The file mixes two encodings: { $count } lines were read as Windows text. Check their letters with dots.
}
unreadable-empty = There is nothing to read here. Choose a file with at least one filled row.
unreadable-stopped = Reading was stopped. Nothing has changed.
unreadable-pdf = This is a PDF. Ask for the original spreadsheet, or copy its rows and paste them here.
unreadable-document = This is a document, not a table. Copy the table from it and paste it here, or save it as .xlsx.
unreadable-picture = This is a picture. A table is needed: .xlsx, .ods, .xls or .csv.
unreadable-locked = The file is protected by a password. Open it in a spreadsheet program and save it without one.
unreadable-broken = The file is damaged or incomplete. Open it in a spreadsheet program and save it again as .xlsx, or fetch it anew.
unreadable-other-workbook = Spreadsheets of this kind cannot be read. Open it in a spreadsheet program and save it as .xlsx or .ods.
unreadable-archive = This is a compressed folder. Unpack it and choose the table in it.
unreadable-json = This is JSON, not a table. What is needed is .xlsx, .ods, .xls or .csv.
unreadable-markup = This is a web page or an XML file. Open it in a spreadsheet program and save it as .xlsx.
unreadable-binary = This is neither a table nor text. What is needed is .xlsx, .ods, .xls or .csv.
unreadable-bytes = The file is too large: at most { $most } megabytes are read. Split it up.
unreadable-unfolded = The table is too large once unpacked: at most { $most } megabytes are read. Split it up.
unreadable-rows = There are too many rows: at most { $most } filled rows are read. Split the table up.
unreadable-cells = There are too many cells: at most { $most } cells are read. Remove columns that are not needed, or split the table up.
unreadable-cut-in-quote = The file ends inside a cell: the quotation mark on line { $line } is never closed. Nothing was read. Fetch the file again or mend the line.
unwritable-cell = { $title }, { $field }: the text is longer than a cell of Excel can hold (32,767 letters). Shorten it, or export as CSV.
unwritable-rows = There are more rows or columns than Excel can hold. Export fewer at a time, or as CSV.

## Bringing tables in: the command line
cli-import = Bring a table into the book: XLSX, ODS, CSV or TSV
cli-place-file = FILE
cli-place-columns = COLUMNS
cli-arg-import-file = the file; - is standard input
cli-arg-import-kind = what the rows are, for instance people; else guessed from the headings
cli-option-sheet = the sheet's name in the workbook
cli-option-import-columns = what the columns are: 'Tel.=phone; 3=email; No='
cli-option-rejects = write the rows left out, with reasons, into this file
cli-option-skip-known = leave those in the book already as they are
cli-option-exact-places = do not guess misspelt municipalities
cli-option-family-first = whole names begin with the family name
import-no-sheet = There is no sheet “{ $name }”. The workbook has: { $names }.
import-no-column = There is no column “{ $name }”. The columns are: { $names }.
import-no-part = “{ $name }” is no field. The fields are: { $names }.
import-which-kind = The headings do not tell what the rows are. Say so after the file, for instance: people.
import-remark = Row { $number }, { $title }: { $remarks }
import-did = Brought in: { $new } new, { $changed } changed, { $again } about the same, { $same } as they were, { $out } left out, { $organisations } new organisations.
import-would = Would bring in: { $new } new, { $changed } changed, { $again } about the same, { $same } as they are, { $out } left out, { $organisations } new organisations.
import-rejects-written = The rows left out or not wholly read are in { $path }.
## A person moves, a municipality merges, a season follows
command-move-person = move to another workplace
    .also = changes job new workplace transfer
command-merge-municipality = merge into another municipality
    .also = municipal merger join
command-next-season = begin the next season
    .also = new season next year roll
says-stays-out = does not go on
enter-do = do this
enter-comes = goes on
errand-leaving = This is not finished: Ctrl-S goes on, Esc again leaves it undone.
errand-missing = This is still needed.
move-title = { $name }: new workplace
move-needs-person = Choose a person first
move-done = { $who }: { $place } from { $day } on.
move-unmanned = { $place } needs a new contact person.
move-there = They are there already: { $place }. Give a new place, title or unit.
move-nowhere = { $place } is not in the book. Add it first.
works-from = from { $day }: { $where }
section-former-people = here before
field-merge-into = into which municipality
field-merge-day = from which day
merge-title = { $name }: merger
merge-needs-municipality = Choose a municipality first
merge-itself = { $name } cannot merge into itself. Choose another municipality.
merge-already = { $name } has already become part of { $into }. Choose another municipality.
merge-ended = { $name } ended on { $day }. Choose an earlier day or another municipality.
merge-not-yet = { $name } is there only from { $day } on. Choose a later day or another municipality.
merge-done = { $name } becomes part of { $into } on { $day }.
merge-moves = Goes on with { $into }: { $what }.
merge-stays = Stays in the history of { $name }: { $what }.
merge-none = nothing
merge-opts-out = { $count ->
    [one] { $into } is left out of one season, because the municipality that ends had said so.
   *[other] { $into } is left out of { $count } seasons, because the municipality that ends had said so.
}
merge-undo = It is all one change: u takes it back.
merged-into = became part of { $into } on { $day }
merges-into = becomes part of { $into } on { $day }
merged-here = { $name } is part of it from { $day }
municipality-ended = ended on { $day }
count-coachings = { $count ->
    [one] 1 coaching
   *[other] { $count } coachings
}
count-sessions = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}
count-actions = { $count ->
    [one] 1 action
   *[other] { $count } actions
}
count-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
count-seasons = { $count ->
    [one] 1 season
   *[other] { $count } seasons
}
count-others = { $count ->
    [one] 1 other record
   *[other] { $count } other records
}
count-tutors = { $count ->
    [one] 1 tutor
   *[other] { $count } tutors
}
count-rounds = { $count ->
    [one] 1 round
   *[other] { $count } rounds
}
count-waiting = { $count ->
    [one] 1 municipality waits
   *[other] { $count } municipalities wait
}
count-unasked = { $count ->
    [one] 1 tutor not asked
   *[other] { $count } tutors not asked
}
next-season-title = { $name }: the next season
next-season-taken = The season { $name } (key { $key }) is in the book already. Give another key.
next-season-backwards = The season would end before it begins. Check the days.
next-season-done = Season { $name }: { $what }.
next-season-later = s changes the season.
next-season-actions = { $count ->
    [one] 1 open action goes on: it belongs to no season.
   *[other] { $count } open actions go on: they belong to no season.
}
roll-title = { $name }: which tutors go on?
roll-others = { $count ->
    [0] Nobody else goes on unasked.
    [one] 1 coordinator or contact goes on unasked.
   *[other] { $count } coordinators and contacts go on unasked.
}
roll-gone = No longer contacts: { $names }.
roll-left = left { $day }
roll-load = { $count ->
    [one] 1 coaching
   *[other] { $count } coachings
}
roll-load-of = { $count }/{ $ceiling } coachings
roll-yes = goes on
roll-no = does not
roll-unasked = ?
roll-end = begin the season: { $yes } go on, { $no } do not, { $unasked } not asked
roll-asked = There is nobody left to ask. Enter begins the season.
cli-move = A person changes workplace: the old one ends, the new one begins
cli-merge = A municipality becomes part of another: what is open moves, its history stays
cli-next-season = Begin a season from the last one
cli-place-move = --to PLACE
cli-place-merge = municipality MUNICIPALITY into MUNICIPALITY on DAY
cli-arg-merge = Which municipality, into which, from which day: municipality Pornainen into Porvoo on 1.1.2027. Without a day the next 1 January.
cli-option-to = The municipality or organisation the person goes to
cli-option-title = The new title
cli-option-unit = The new unit
cli-option-on = The first day at the new place; today if none is given
cli-option-name = The season's name; else that of the last with its years counted up
cli-option-key = The season's key; else that of the last with its years counted up
cli-option-starts = The first day; else a year after the last one's
cli-option-ends = The last day; else a year after the last one's
cli-option-without = A tutor who does not go on; may be given again. Others do, but for those who left
cli-place-place = PLACE
cli-place-day = DAY
error-merge-words = Say which municipality merges into which: kuntatutor merge municipality Pornainen into Porvoo on 1.1.2027
error-not-a-tutor = { $name } is no tutor of { $season }. Leave --without { $name } out.
## Likely duplicates
command-duplicates = find duplicates
    .also = doubles twice merge
command-take-left = take the left one
    .short = left
command-take-right = take the right one
    .short = right
says-take-both = take both
    .short = both
command-unite = merge these two
    .short = merge
command-no = no
says-not-same = not the same
    .short = different
command-later = later, next pair
    .short = later
enter-unite = merge
reason-same-name = same name
reason-similar-name = similar name
reason-shorter-name = same name, shorter
reason-same-email = same e-mail
reason-same-phone = same phone
reason-similar-address = e-mail begins alike
reason-same-site = same site
reason-same-place = same place
reason-other-place = another place
reason-same-title = same title
reason-similar-title = similar title
reason-same-municipality = same municipality
field-apart = alike but not the same
field-one = first
field-other = second
duplicates-none = No duplicates were found.
duplicates-none-left = There is nothing left to merge here.
duplicates-done = { $count ->
    [0] All pairs have been looked at. Nothing was merged.
    [one] All pairs have been looked at. One was merged; u undoes the last change.
   *[other] All pairs have been looked at. { $count } were merged; u undoes the last change.
}
duplicates-stays = stays
duplicates-goes = goes
duplicates-same = the same in both: { $fields }
duplicates-no-difference = They say the same. Enter merges them.
only-one-stands = Only one of the two can stand here.
apart-told = Remembered: { $one } and { $other } are not the same.
cli-duplicates = List likely duplicates
cli-unite = Merge two records: the first stays, and takes over what the other says and who refers to it
cli-apart = Remember that two records are not the same
cli-place-kind-or-all = [KIND]
cli-place-keep = STAYS
cli-place-gone = GOES
cli-place-one = FIRST
cli-place-other = SECOND
cli-arg-keep = The record that stays: its id, or words of its name in quotes
cli-arg-gone = The record that is merged into it
cli-arg-one = A record: its id, or words of its name in quotes
cli-arg-other = The other record
error-other-kind = { $one } and { $other } are of different kinds. Name two records of one kind.
error-one-record = Both are the same record, { $one }. Name the ids of two different ones.
error-not-united = Only these can be merged: { $kinds }.
united = Merged. kuntatutor undo takes it back.
## Export of tables
command-export = export as a table
    .also = excel csv xlsx spreadsheet download save
enter-write = write the file
export-title = export as a table: { $kinds }
export-what = what
export-format = format
export-file = file
export-write = write the file
export-marked = the { $count } marked
export-listed = { $count ->
    [one] the { $count } listed
   *[other] the { $count } listed
}
export-all = all { $count }
export-xlsx = Excel (XLSX)
export-csv = comma-separated (CSV)
export-tsv = tab-separated (TSV)
export-sum = rows: { $rows }, columns: { $columns }
export-columns = columns: { $count }/{ $all }
export-id-why = leads back to the record on import
export-empty = empty in all
export-existing = The file is there already
export-replace = replace the old one
export-other-name = give another name
export-no-columns = Mark at least one column first
export-mark-columns = Space marks columns
export-done = The file is ready: { $path }
export-exists = { $path } is there already. Nothing was written.
export-name = “{ $path }” will not do: give a file name that does not begin with - or .
export-of-book = { $path } is one of the book's own files. Give another name.
export-no-directory = The directory is not there: { $path }. Check the path.
export-not-regular = { $path } is a link, a directory or no regular file. Give another name.
export-full = The disk is full, so { $path } was not written. Make room or choose another place.
export-denied = You may not write there: { $path } was not written. Choose another place.
export-failed = { $path } could not be written: { $words }
nothing-to-export = There is nothing here to export yet

## All addresses
addresses-count = { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}
addresses-without = without an address: { $names }
addresses-wrong = not an address: { $names }
names-and-more = { $names } and { $count } more

## Command line: tables and addresses
cli-export = Write the records of one kind as a table: CSV, TSV or XLSX
cli-place-export = KIND FILE [WORDS]
cli-place-format = FORMAT
cli-arg-file = The file, people.xlsx for example; - prints
cli-option-columns = Columns parted by commas, by the field's key or heading: id,family,phone
cli-option-format = csv, tsv or xlsx, where the file's ending does not say
cli-option-force = Replace the file if it is there already
cli-option-emails = Print nothing but the e-mail addresses, on one line
export-told = { $path }: rows { $rows }, columns { $columns }
export-would = This would be written: { $path }, rows { $rows }, columns { $columns }
error-export-exists = { $path } is there already. Give another name, or replace it with --force.
error-export-format = The ending of “{ $path }” tells no format: give .csv, .tsv or .xlsx, or name it with --format.
error-export-stdout = Only csv and tsv can be printed (-), and without --json. Give an xlsx table a file.
error-export-column = There is no column “{ $column }”. The columns are: { $columns }.
error-export-empty = There are no records of this kind yet, so nothing was written.
import-rejects-label = { $count ->
    [one] 1 row was not wholly read
   *[other] { $count } rows were not wholly read
}
import-rejects-not = go on
import-rejects-do = write the rows and reasons into a file
import-beyond = The cell has no heading: “{ $text }” goes into the note.
import-no-season = A role without a season that is known.
import-fate-unwanted = not brought in
import-leave-out = leave out
import-somebody-else = somebody else
import-rows-only = Tab shows the rows.
import-not-about-anybody = The row is its own already.
import-done-asks = Brought in: { $new } new, { $changed } updated, { $out } left out.
import-nothing-taken = No row could be brought in. Check what the columns are.
import-pairs-label = { $count ->
    [one] 1 pair looks alike
   *[other] { $count } pairs look alike
}
import-pairs-look = look at the pairs now
import-pairs-later = later
import-pairs-later-beside = command: find duplicates

## What time brings, and days that cannot be
move-begun = Work at { $place } begins on { $day }, so the move has to come after that. Give a later day or edit the person’s places of work.
move-then = It lasts until { $last }: { $place } is planned from { $day }.
export-needs-list = Open a list first, the people for one
standing-merged = merged: { $into }
standing-ended = ended
roll-passed-over = { $count ->
    [one] 1 tutor was not asked. Ctrl-S again leaves them out.
   *[other] { $count } tutors were not asked. Ctrl-S again leaves them out.
}
next-season-untutored = { $count ->
    [one] { $places } stays a tutor municipality without a tutor.
   *[other] Tutor municipalities left without a tutor: { $places }.
}
import-spelt = “{ $held }” is “{ $text }”, as in the e-mail.
paths-mappings = columns of imported tables
next-season-overlaps = The season { $name } lasts until { $day }. Give the new season a later first day.
next-season-past = This season is over already.
field-merger-told = merger recorded
merge-past = { $day } has passed: seasons that are over stay as they are.
merge-running = The day lies within { $name }: its tutor and target municipalities stay as they are, but what is open goes on with the other one.
import-unknown-id = The id is not in this book: the row becomes a new one.
import-stays = { $why } The book stays as it is there.
move-ended = Ended: { $places }.

## Planning: commands and fields
command-who = who could go
    .short = who?
    .also = tutors suggest
command-when = when does it suit
    .short = when?
    .also = date poll day free
command-day-later = a day later
    .short = later
command-day-earlier = a day earlier
    .short = earlier
command-day-before = the day before
    .short = before
command-day-after = the day after
    .short = after
command-template = use a template
    .short = template
    .also = programme checklist
command-propose = propose the season's coachings
    .short = propose
    .also = plan season
command-clashes = clashes
    .also = double booking conflicts
command-mine = only mine / all
    .short = mine / all
command-requests = requests
command-agenda = agenda
command-month = month
    .also = calendar
command-coverage = coverage
command-load = load
field-sending = nobody named (tutor municipality)
field-tasks = to remember
field-days-before = days before
field-days-after = days after
field-travel-default = other ways
choice-level-off = says nothing
choice-level-note = mentions it
choice-act-plan = planned
cli-today = Show what needs a hand now
cli-clashes = List clashes
cli-coverage = Show how the municipalities were reached
cli-load = Show what the tutors have taken on
cli-plan = Propose coachings for the municipalities the season has not reached
cli-place-season = SEASON
cli-place-plan = propose
cli-option-season = the season's key or name; else the one at hand
cli-option-mine = only what is one's own
cli-option-accept = put the proposal into the book
cli-arg-propose = show the proposal

## Plan: views
view-month = month
view-coverage = coverage
view-load = load
empty-coverage = The season has no municipalities to reach.
empty-load = The season has no tutors yet. A person is given the role of tutor.
plan-group = {$group} · {$count}
plan-no-date = no date
plan-week = week {$week} · {$from}–{$until}
month-week = wk
month-nothing = Nothing on this day.
month-away = {$who} away
month-for = in hand: {$what}
month-next = next session
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
load-nobody-named = (nobody named)
load-who = tutor
load-place = municipality
load-bar = load
load-count = count
load-hours = hours
load-whom = coaches
load-of = {$taken} / {$most}
load-left = has left
load-away = away until {$until}
no-day-to-move = This has no day to move.
day-now = {$what}: now {$day} (u takes it back)
month-one = The day has at most one session.
## Requests and Today

entry-no-round = There is no round “{ $text }”. The rounds are { $rounds }.
entry-no-rounds = No season has rounds yet. Add a round to the season first.
round-places-left = { $count ->
    [0] full
    [one] 1 place left
   *[other] { $count } places left
}
## Steps, inheritance, templates
no-template = The book has no template for a session like this.
template-label = Template: { $what }
template-beside = { $items ->
        [one] one programme item
       *[other] { $items } programme items
    }, { $tasks } to remember
template-nothing = The template has nothing that is still missing here.
template-taken = The template gave { $items ->
        [one] one programme item
       *[other] { $items } programme items
    } and { $tasks } to remember.
followed-under-way = The coaching { $what } is under way now.
followed-sessions = { $count ->
        [one] One session to come
       *[other] { $count } sessions to come
    } changed with it.
## Coverage and load
stage-never = not asked yet
stage-not-now = not now
stage-waiting = waiting
stage-asked = asked
stage-offered = offered
stage-planned = planned
stage-held = held
stage-feedback-in = feedback in
stage-opted-out = not taking part
coverage-sums = Season { $season }: of { $targets } target municipalities { $reached } reached, { $way } on the way, { $left } to go.
coverage-none = The season has no target municipalities. Add municipalities to the book or to the season.
coverage-never = never
coverage-never-known = never, as far as known
coverage-next = next { $day }
coverage-stage-since = { $stage } ({ $day })
load-none = Season { $season } has no tutors. Give somebody the role of a tutor or add a tutor municipality to the season.
load-unnamed = tutor municipality, no tutor named
load-full = full
coverage-never-short-known = not known
coverage-remark = reached {$reached}/{$targets}
coverage-municipality = municipality
coverage-last = reached
coverage-planned = planned
coverage-stage = stage
coverage-feedback = feedback
coverage-then = next
## Who could go, and where
match-theme = theme { $names }
match-themes-both = both themes
match-themes-all = all { $count } themes
match-themes-some = { $count } of { $of } themes: { $names }
match-theme-one = same theme
match-themes-count = { $count } of { $of } themes
match-speaks-finnish = speaks Finnish
match-speaks-swedish = speaks Swedish
match-speaks-english = speaks English
match-free-day = free that day
match-free-week = free that week
match-free-longer = free all that time
match-never-met = never met
match-coached = coached them in { $season }
match-knows = knows them
match-neighbour = neighbour
match-similar-size = similar size
match-same-class = similar municipality
match-ask-office = ask the office
match-asked =
    { $count ->
        [0] asked today
        [one] waiting for a day
       *[other] waiting for { $count } days
    }
match-never-reached = never reached
match-own = own municipality
match-left = left { $day }
match-absent = away { $days }
match-absent-why = away { $days } ({ $why })
match-full = ceiling of { $count } reached
match-booked = same day: { $session }
match-no-finnish = speaks no Finnish
match-no-swedish = speaks no Swedish
match-no-english = speaks no English
match-no-contact = no contact details

## When, and the poll of days
day-tutors-free =
    { $count ->
        [one] the tutor is free
       *[other] all tutors are free
    }
day-contacts-free =
    { $count ->
        [one] the contact is free
       *[other] all contacts are free
    }
day-quiet-week = nothing else for the municipality that week
day-planned-week = in the planned week
day-in-round = within the round
day-away = { $who } away { $days }
day-away-why = { $who } away { $days } ({ $why })
day-left = { $who } has left
day-booked = { $who }: the same day { $session }
day-not-agreed = not in the time agreed on
day-outside-season = outside the season
day-past = has passed
poll-suits-all = suits everybody
poll-suits = everybody can come
poll-no = does not suit: { $names }
poll-if-needed = if need be: { $names }
poll-missing = no answer: { $names }
poll-no-name = Who answered? Type the name first: Pornainen: A, C
poll-no-day = Which days suit? Type the letters behind the name: Pornainen: A, C
poll-no-such-day = There is no day { $letter } in this poll.
poll-unknown = Nobody goes by the name { $name }. Add them to the people first.
poll-several = Which of these: { $names }?
poll-mail-hello = Hello!
poll-mail-ask = We are looking for a time together. Which of these suit you?
poll-mail-at = { $day } at { $time }
poll-mail-remote = We meet online.
poll-mail-place = Place: { $place }
poll-mail-answer = Please answer with the letters, for example A, C. Put a time that would do if need be in brackets: (B). If none suits, please say so too.
poll-mail-thanks = Thank you!
request-waits = { $round } is full, so { $municipality } waits in the queue.
days-ago = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
asked-days-ago = { $days ->
    [0] asked today
    [1] asked yesterday
   *[other] asked { $days } days ago
}
## Holidays, clashes and what is missing
holiday-new-year = New Year's Day
holiday-epiphany = Epiphany
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-may-day = May Day
holiday-ascension = Ascension Day
holiday-whitsun = Whit Sunday
holiday-midsummer-eve = Midsummer Eve
holiday-midsummer = Midsummer Day
holiday-all-saints = All Saints' Day
holiday-independence = Independence Day
holiday-christmas-eve = Christmas Eve
holiday-christmas = Christmas Day
holiday-boxing-day = Boxing Day
sunday = a Sunday
clash-of = { $subject }: { $remark }
clash-tutor-twice = { $party } is already at “{ $other }” at { $when }. Move one of the two or choose another tutor.
clash-speaker-twice = { $party } is at “{ $other }” at the same time ({ $when }). Move one of the two or ask somebody else.
clash-contact-twice = The contact { $party } is at “{ $other }” at the same time ({ $when }). Move one of the two or invite somebody else.
clash-travel = { $party } is at “{ $other }” at { $when } on the same day: the way takes { $much } and { $most } is left. Move one of the two or hold it remotely.
clash-away = { $party } is away { $days }{ $why }. Move it or choose somebody else.
clash-left = { $party } is leaving ({ $from } is the last day). Choose somebody else.
clash-ceiling = Coachings { $party } would have: { $much }, where at most { $most } was agreed. Choose another tutor or agree on a new ceiling.
clash-own-municipality = { $party } would coach their own municipality ({ $other }). Choose a tutor from another one.
clash-own-office = { $party } would coach itself. Choose a tutor from another municipality.
clash-municipality-twice = { $party } is at “{ $other }” on the same day too. Move one of the two to another day.
clash-ends-before = The last day { $until } is before the first, { $day }. Correct one of them.
clash-hour-skipped = There is no { $time } on { $day }, as the clocks go forward. Choose another time.
clash-hour-repeated = { $time } comes twice on { $day }, as the clocks go back. Choose another time.
clash-free-day = { $day } is { $free }. Move it to another day.
clash-season = { $day } is outside the season { $party } ({ $days }). Move it or choose another season.
clash-round = { $day } is outside the round “{ $words }” ({ $days }). Move it or choose another round.
clash-round-full = The round “{ $words }” has { $most } places, and { $much } would come. Choose another round or put it in the queue.
clash-programme = The programme takes { $much }, the session only { $most }. Shorten the programme or lengthen the session.
clash-removed = A record of kind “{ $kind }” ({ $id }) named here is no longer in the book. Take it out or choose another one.
clash-same-day = { $party } is at “{ $other }” on the same day too. Enter the times to see whether they overlap.
clash-midnight = The session goes on past midnight ({ $times }). Check when it begins and how long it takes.
clash-saturday = { $day } is a Saturday. Move it to a weekday unless Saturday was agreed.
clash-no-place = People meet on site, but the place is missing. Add the place.
clash-no-link = People take part remotely, but the link is missing. Add the link.
gap-not-marked = was it held?
gap-unanswered = awaits an answer
gap-tutor-leaves = tutor leaves midway
gap-no-tutor = no tutor yet
gap-only-office = tutor not named yet
gap-speaker-declined = a speaker declined
gap-no-place = no place yet
gap-no-link = no link yet
gap-no-host = no technical host yet
gap-task-overdue = a task is overdue
gap-material-overdue = material overdue
gap-no-session = no meeting agreed
gap-speaker-not-asked = a speaker not asked yet
gap-speaker-unconfirmed = a speaker not confirmed
gap-no-contact-person = no contact person yet
gap-no-reply = municipality has not replied
gap-no-time = no time yet
gap-no-attendance = attendance not entered
gap-no-feedback = no feedback yet
gap-no-hours = hours not entered

## Who and when: dialogs
who-title = Who could go: { $what }
who-title-plain = Who could go?
who-next-title = Where next: { $who }
who-chosen = { $what }: { $names }. u takes it back.
who-nobody = { $what }: no tutor. u takes it back.
who-no-tutors = This season has no tutors. Give a person the role of tutor, or the season a tutor municipality.
who-no-places = All municipalities of the season have a tutor already or were reached.
who-no-tutor = This person is no tutor in the season
who-needs = Ask for a coaching, a session, a municipality or a tutor
says-choose-more = choose more
enter-choose-marked = choose the marked
when-title = When: { $what }
when-no-tutor = no tutor
when-way = the way takes { $length }
when-week = wk { $week }
when-no-days = There is no working day in that time.
when-no-stretch = That time was not understood. For example 1.12.–18.12. or wk 49–51.
when-stretch = time:
when-stretch-hint = 1.12.–18.12. or wk 49–51
when-over = Was held already or called off
when-needs = Ask for a coaching, a session, or a municipality that has a coaching
says-slot = as a candidate
says-poll = poll
says-stretch = time
enter-day = choose the day
enter-answer = take the answer
poll-made =
    { $count ->
        [one] One candidate day. Copy the letter, send it and type the answers here.
       *[other] { $count } candidate days. Copy the letter, send it and type the answers here.
    }
poll-title = Date poll: { $what }
poll-answer = answer:
poll-hint = { $name }: A, (C)
poll-answers = { $count }/{ $of } answered
poll-answered = { $who }: { $letters }
poll-answered-none = { $who }: none
poll-no-date = This candidate has no day.
says-copy-letter = letter
says-more-days = more days
copied-letter = the letter
requests-week = week {$week}
requests-places = {$round}: {$count ->
    [one] {$count} place left
   *[other] {$count} places left
}
remark-asked-already = { $municipality } is in the season { $season } already ({ $status }).
remark-places-left =
    { $count ->
        [one] The round has one place left.
       *[other] The round has { $count } places left.
    }
remark-coached-before = { $municipality } was coached in { $season } too{ $by }.
change-clashes =
    { $count ->
        [one] one remark (: clashes)
       *[other] { $count } remarks (: clashes)
    }

## The work sheet of a session
clock-span = { $from }–{ $to }
clock-from = at { $from }
programme-over = { $length } too long
empty-fields = still empty
nobody-yet = nobody yet
overdue = overdue
material-promised-by = promised by { $who }
material-asked-by = asked for by { $who }
material-received = came { $day }
material-sent = sent { $day }
material-not-shared = not to be shared
checklist-done = done { $done }/{ $count }
totals-registered = registered
totals-present = present
count-participants = { $count ->
        [one] { $number } person
       *[other] { $number } people
    }
count-from-municipalities = { $count ->
        [one] { $number } municipality
       *[other] { $number } municipalities
    }
by-rows = { $counts } by the rows
at-least = at least { $counts }
invitation-changed = changed { $count ->
        [one] once
       *[other] { $count } times
    }
mark-asked = mark as asked
mark-confirmed = mark as confirmed
mark-declined = declined
mark-received = came today
mark-sent = sent today
mark-done = mark as done
mark-undone = open again
row-programme = programme item
row-speakers = speaker
row-materials = material
row-checklist = something to remember
row-presence = municipality taking part
row-hours = a tutor's hours
row-candidates = proposed time
row-invited = somebody invited
grid-leaving = The numbers are unfinished: Ctrl-S saves them, Esc again leaves them out.

## Planning the season
blocked-no-tutors = The season has no tutors.
blocked-season-over = The season is over.
blocked-no-weeks = The season has no weeks left to begin in.
blocked-said-no = The municipality has said no.
blocked-round-over = Round { $round } has no weeks left.
blocked-week-outside = The agreed week { $week } is outside the season or the round.
blocked-all-left = All tutors have left.
blocked-only-from-there = The only tutors come from the municipality itself.
blocked-all-at-ceiling = All tutors from elsewhere have reached their ceiling.
blocked-rounds-full = { $count ->
    [one] Round { $rounds } is full.
   *[other] The rounds are full: { $rounds }.
}
blocked-all-away = All tutors are away in weeks { $first }–{ $last }.
blocked-nobody-then = Nobody can come in the agreed week { $week }.
blocked-own-tutors-away = Its own tutors have no week free.
blocked-no-free-week = Others have taken the weeks the tutors had free.
clashes-title = Clashes of the season { $season }
clashes-none = Nothing clashes in this season.

## Today, complete

today-now = now
today-waiting = waiting for an answer
today-after = after the session
today-late = overdue
today-ready = ready
today-asked = asked
today-room = in the queue, and the round has room now
today-offered = offered, no reply; ask again?
today-not-marked = was it held?
today-wants-contact = wants to be contacted
today-promised = promised by { $who }
today-mine = mine
today-all = all
today-who = Say who you are first: press : and type who
today-who-file = The settings do not say who you are: add me = "the person’s id" to config.toml.
enter-there = go there
figure-reached = { $reached } of { $targets } reached
figure-reached-known = at least { $reached } of { $targets } reached
figure-asked = { $count } waiting
figure-answers = { $given } of { $expected } answers
figure-late = { $count ->
    [one] 1 action overdue
   *[other] { $count } actions overdue
}
propose-blocked = { $name }: { $why }
propose-done = { $count ->
    [one] One coaching planned and marked as offered.
   *[other] { $count } coachings planned and marked as offered.
}
propose-nothing = Season { $season } has no municipalities left to propose a coaching for.
propose-sums = Season { $season }: a proposal for { $placed } municipalities, none for { $blocked }.
propose-unproven = There may be a better proposal: the alternatives are too many to go through.
propose-week = week { $week } ({ $day })
propose-week-short = wk { $week }
propose-title = Proposal for season { $season }
propose-counts = In the proposal { $placed }{ $out ->
    [0] { "" }
   *[other] , set aside { $out }
}{ $blocked ->
    [0] { "" }
   *[other] , without a place { $blocked }
}.
propose-undated = Give the rounds their days and the weeks will fit them.
propose-progress = Computing… { $percent } %
propose-wait = The proposal is being computed. Esc stops it.
propose-not-yet = The proposal is still being computed.
propose-none-in = No municipality is in the proposal. Space takes a row in.
propose-no-place = No place was found for this municipality, so it cannot be taken in.
says-out-or-in = aside / in
enter-accept = put into the book
remark-still-planned = { $what } ({ $day }) is still planned. Cancel or move it too.
remark-held-ahead = { $day } is still to come. Was the session held already?
coaching-has-days = The coaching has a session already: move that.

## Clash rules by name
choice-clash-rule-tutor-twice = tutor in two sessions
choice-clash-rule-speaker-twice = speaker in two sessions
choice-clash-rule-contact-twice = contact in two sessions
choice-clash-rule-travel = no time to travel
choice-clash-rule-away = tutor away
choice-clash-rule-left = tutor has left
choice-clash-rule-ceiling = tutor over the ceiling
choice-clash-rule-own-municipality = tutor in their own municipality
choice-clash-rule-municipality-twice = municipality twice in a day
choice-clash-rule-ends-before = ends before it begins
choice-clash-rule-hour-skipped = hour skipped by summer time
choice-clash-rule-free-day = Sunday or public holiday
choice-clash-rule-season = outside the season
choice-clash-rule-round = outside the round
choice-clash-rule-round-full = round full
choice-clash-rule-programme = programme longer than the session
choice-clash-rule-removed = removed from the book
choice-clash-rule-same-day = same day without times
choice-clash-rule-hour-repeated = hour repeated by winter time
choice-clash-rule-midnight = past midnight
choice-clash-rule-saturday = Saturday
choice-clash-rule-no-place = no place
choice-clash-rule-no-link = no link

## From feedback to report: words of the tables
choice-answering-contact = yes or no, wishes to be contacted
choice-answering-comment = in words, and may it be quoted
choice-template-kind-actions = a chain of actions
choice-act-chain = actions agreed
choice-act-handover = handed over
field-months-after = months after
field-against = matches the other form's question
command-act = action
command-chain = chain of actions from a template
command-report = season report
    .also = statistics figures funder
command-handover = handover sheet
    .also = hand over induction successor
command-signing-list = signing list
    .also = signature attendance names sign-in
command-day-sheet = day sheet
    .also = running order programme
command-closing-event = programme of the closing event
    .also = final seminar closing

## Answers

answer-cannot-say = cannot say
answer-planned = planned
answer-started = started
answer-in-use = in use

## Papers of a session
paper-signing-title = Signing list: { $what }
paper-day-title = Day sheet: { $what }
paper-made = Made on { $day }. For the organisers only.
paper-signature = signature
paper-present = present
paper-host = technical host
paper-who-comes = who comes
paper-not-named = (not named yet)
paper-role = role
paper-from = from
paper-what = what
paper-speakers = who
paper-not-asked = not asked yet
paper-until = by { $day }
paper-not-here = not here yet
paper-wished = what was wished for
paper-written = Written: { $path }
paper-would = Would be written: { $path }
cli-signing-list = A session's list for signatures
cli-day-sheet = A session's day sheet: who, where, when, and what is left to do
cli-place-session = SESSION
cli-arg-session = The session: its id or words of its name
cli-option-as = Format: text, markdown, html or csv
cli-option-output = Write to a file; the format follows its name
## Actions and practices
act-needs = Choose a municipality, coaching, session, form or note that something is agreed on.
no-chain = The book has no template for a chain of actions. Add one: :book, Templates.
chain-beside = { $count ->
    [one] 1 action
   *[other] { $count } actions
}
chain-nothing = The actions of the chain are agreed already.
chain-taken = { $count ->
    [one] One action agreed: { $days }.
   *[other] { $count } actions agreed: { $days }.
}
action-call = Get in touch: { $name }
actions-done = { $done } of { $all } done
actions-by-day = by day
actions-by-owner = owner
actions-by-municipality = municipality
actions-overdue = Overdue
actions-this-month = This month
actions-later = Later
actions-no-day = Without a day
actions-are-done = Done
actions-dropped = Dropped
actions-no-owner = Nobody's
actions-no-municipality = No municipality
shelf-mine = only mine
shelf-none-mine = Nothing here is yours. M shows all.
practices-by-theme = theme
practices-by-municipality = municipality
practices-by-uptake = taken up
practices-no-theme = Without a theme
practices-no-municipality = No municipality
practice-uptakes = { $count ->
    [one] in 1 municipality
   *[other] in { $count } municipalities
}
practice-taken-up-key = taken up
practice-taken-up = { $name } took the practice up, from { $day }.
practice-has-taken-up = { $name } has taken this practice up already.
take-up-title = Who took up: { $name }
peers-title = Whom to ask: { $themes }
peers-context = Best first. y p copies the phone number.
peers-none = Nobody has told of this theme yet. Note the tutors' themes in People, or add a practice.
peers-no-theme = There is no theme here to ask about. Add one (e).
peer-practises = has the practice “{ $practice }”
peer-practises-taken = has the practice “{ $practice }”, taken up by { $count ->
    [one] one municipality
   *[other] { $count } municipalities
}
peer-helps = tutor of the season: { $themes }
peer-helped = has been a tutor: { $themes }
peer-took-up = took up the practice “{ $practice }”
peer-took-up-since = took up the practice “{ $practice }” ({ $day })
peer-coached = was coached on { $theme }
practice-in-use = { $title } (taken up)
practice-in-use-since = { $title } (in use since { $day })
paper-municipality = municipality or organisation
copied-paper = paper
says-copy-paper = copy the whole text
says-next-language = other language
enter-to-file = to a file
paper-html = HTML: browser, printer, word processor
paper-markdown = Markdown: text with marks
paper-text = plain text
paper-csv = CSV: table
paper-needs-session = Choose one session first
cli-peers = Show whom to ask about a theme
cli-arg-theme = Theme, practice or municipality: an id or words of its name
## Feedback form

enter-already = { $who } has answered before ({ $day }).
enter-cancelled = { $what } was cancelled, so nobody is asked about it.
enter-change-it = Change that feedback
enter-extra = Other answer: { $question }
enter-hint-municipality = Type how the municipality begins. Empty: not listed, or not known.
enter-hint-tutor = No name stays with the feedback: the hours go to the session.
enter-hours-where = Hours belong to one session: open the form there.
enter-kept = Saved: { $what }
enter-kept-of = Saved: { $what } · { $given }/{ $expected } answers
enter-nothing = Nothing is answered on the form yet.
enter-nothing-held = There is no session yet that one could give feedback on.
enter-no-questionnaire = The book has no questionnaire for this. They are among the book's own data (: and book).
enter-not-held-yet = The session is still to come. Feedback can be taken down all the same; it counts once the session is marked as held.
enter-not-listed = not listed
enter-not-marked = The session is not marked as held. Feedback counts once it is.
enter-number = form { $number }
enter-off-agreement = { $typed } is not on the scale: answer 1–5, or - (cannot say).
enter-off-change = { $typed } is no option: 1 no, 2 planned, 3 started, 4 in use, - cannot say.
enter-off-recommend = { $typed } is not on the scale: answer 0–10 and Enter, x is ten, - cannot say.
enter-off-yes-no = { $typed } is no answer: y yes, n no.
enter-one-more = Take down another one from this municipality
enter-paste-nowhere = This is answered with a key: paste text into an open answer.
enter-scale-agreement = 1 fully disagree – 5 fully agree · - cannot say
enter-scale-change = 1 no · 2 planned · 3 started · 4 in use · - cannot say
enter-scale-contact = y yes · n no
enter-scale-hours = Preparation, session and travel in one line: 1 2 0.5 or 1 h 30 min / 2 h / 30 min.
enter-scale-recommend = 0 not at all – 10 very likely · Enter · x = 10 · - cannot say
enter-scale-words = In their own words; Enter goes on, Alt-Enter begins a new line.
enter-scale-yes-no = y yes · n no · - cannot say
enter-stop = stop
enter-voice-receiving = the municipality's form
    .short = as municipality
enter-voice-stays = The voice of feedback that was given stays.
enter-voice-tutor = the tutor's form
    .short = as tutor
enter-which = Which session is it about?
enter-whose-hours = Whose hours? Choose the tutor.
## Answers of forms brought in

answers-no-subject = Say which session or coaching the answers are about.
answers-say-about = For example: --about "closing webinar"
answers-gone = There is no { $about } in this book for the answers to be about.
answers-cancelled = { $about } was cancelled: no feedback on it can be brought in.
answers-not-held = { $about } is only on { $day }: feedback on it cannot be brought in yet.
answers-no-voice = Say whose voice the answers are: the receiving municipality’s or a tutor’s.
answers-no-question = No column answers a question of the questionnaire. Choose a questionnaire, or say what the columns are.
answers-no-rows = The form has headings only, and no answers.
answers-no-form = The table holds no form’s answers: --about, --questionnaire, --voice, --scale and --form are for those only.
answers-no-questionnaire = There is no questionnaire “{ $name }”. There are: { $names }.
answers-no-scale = “{ $text }” is no scale. Write it like this: 1-7, or 5-1 where 1 is full agreement.
answers-which-voice = “{ $text }” is no voice. Write receiving (the municipality) or tutor.
answers-id-twice = The same answer’s id is on line { $line } already.
answers-elsewhere = The same answer is in the book already, and about something else: { $about }.
answers-says-nothing = The row answers nothing.
answers-off-scale = { $heading }: “{ $text }” is not on the scale ({ $scale }).
answers-twice = { $heading }: another column answers the same question differently.
answers-no-day = { $heading }: “{ $text }” cannot be read as a day, so the day of the feedback stays open.
answers-kept = { $heading }: “{ $text }” is kept as an extra answer.
answers-both-changed = The answer was changed both in the form and in the book: the book stays as it is.
answers-scale-own = 1–5, 5 = fully agree
answers-scale-turned = 5–1, 1 = fully agree
answers-scale-range = { $low }–{ $high }, taken as the nearest of 1–5
answers-scale-unnamed = another scale: left out until the scale is named
answers-told = Form “{ $form }”: about { $about }, questionnaire { $questionnaire }, voice { $voice }.
answers-told-personal = Left out: { $names } (who answered)
answers-told-aside = Not brought in: { $names }
answers-told-extra = As extra answers: { $names }
answers-told-unnamed = The answers are on another scale than the question, the column is left out: { $names }. Name the scale, for example --scale 1-7.
answers-told-fresh = Columns that are new since the last time: { $names }
answers-told-missed = Columns that are gone, earlier answers stay: { $names }
answers-told-near = “{ $heading }” is read as the question “{ $question }”.
answers-told-scale = Scale { $scale }: { $names }
answers-means-extra = extra answer
answers-about = About
answers-questionnaire = Questionnaire
answers-voice = Voice
answers-form = Form
answers-unsaid = not chosen yet
cli-option-answers-about = the form’s answers are about this session or coaching
cli-option-answers-questionnaire = which questionnaire the form asks; else guessed from its questions
cli-option-answers-voice = whose voice: receiving or tutor; else the questionnaire’s own
cli-option-answers-scale = which scale the statements’ numbers are on, for example 1-7, or 5-1 turned round
cli-option-answers-form = the form’s name, by which the same answers are known again; else the file’s name
cli-place-scale = SCALE
## Reading feedback

answers-cannot-say = { $count } cannot say
answers-differ = Municipalities and tutors see this differently: the means are at least one step apart.
answers-few = fewer than { $least } answers: no distribution is shown
answers-few-recommend = fewer than { $least } answers: no recommendation score is shown
answers-forms =
    { $count ->
        [0] no forms yet
        [one] { $count } form
       *[other] { $count } forms
    }
answers-mean = mean { $mean }
answers-median = median { $median }
answers-n =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
answers-outside = { $count } off the scale
answers-receiving = municipalities
answers-returned = returned { $given }/{ $expected } ({ $rate } %)
answers-score = recommendation { $score }
answers-tutor = tutors
answers-tutor-asked = Tutors were asked: { $question }
answers-search = search the answers
answers-nothing = Nothing was answered in words.
feedback-missing = { $count } missing
feedback-version = version { $number }
view-by-session = sessions
view-by-coaching = coachings
view-by-municipality = municipalities
view-by-tutor = tutors
view-by-theme = themes
view-by-season = season
empty-feedback = No session of this season waits for feedback yet. n takes one down.
command-hand-over = hand over what is open
handover-needs = Choose the person or municipality the handover sheet is about.
hand-over-needs = Choose the person whose open matters are handed over.
hand-over-title = Who takes over from { $name }
field-hand-over-to = to whom
## The season's report and handing over
figure-targets = municipalities to reach
figure-targets-means = The municipalities that were to be reached in the period: those named for the season, otherwise all of the region. Tutor municipalities, those that opted out and those that no longer existed at the season's end are not counted.
figure-reached-now = municipalities reached
figure-reached-means = Municipalities to reach of whose coaching in the period at least one session was held, or whose coaching is marked as under way or done though no day of a session is known. Webinars and other joint sessions are not counted here.
figure-new = reached for the first time
figure-new-means = Municipalities reached that had not been reached before the period.
figure-returning = reached before as well
figure-returning-means = Municipalities reached that had been reached before the period too.
figure-not-yet = not reached yet
figure-not-yet-means = Municipalities to reach that had not been reached by the end of the period.
figure-opted-out = municipalities that opted out
figure-opted-out-means = Municipalities that said they do not take part. They are not among those to reach.
figure-senders = tutor municipalities
figure-senders-means = The tutor municipalities named for the season, also where no person was named, and those the season's tutors come from.
figure-tutors = tutors active
figure-tutors-means = Those of the season's named tutors who were a tutor or in the programme of a session or coaching that was held, or put down hours for it.
figure-hours = tutors' working time
figure-hours-means = Working time put down for sessions: preparation, session and travel. Cancelled sessions are not counted. n is the number of entries.
figure-themes-asked = themes asked for
figure-themes-asked-means = How many different themes were asked for in coachings, and how many coachings each is about. All coachings of the period count, whatever their status; n is their number.
figure-themes-dealt = themes dealt with
figure-themes-dealt-means = How many different themes the sessions held were about, and how many sessions each. A session without themes of its own has those of its coachings. n is the number of sessions held.
figure-wishes = needs in their own words
figure-wishes-means = Coachings in which the municipality's wish is put down in its own words.
figure-support = municipalities whose forms of support are known
figure-support-means = Municipalities to reach whose forms of digital support are put down, and those that offer each form on the last day of the period.
figure-coachings = all coachings
figure-coachings-means = All coachings of the period, by their status when the report was made: also those asked for, waiting, or of which nothing came.
figure-held = sessions held
figure-held-means = The sessions of the period that were held, by kind.
figure-cancelled = sessions cancelled
figure-cancelled-means = The sessions of the period that were cancelled, by kind.
figure-participants = participants
figure-participants-means = Those present at the sessions held, in all; the same person counts at each session. Where a session's number is known only as a least one or not at all, the sum is “at least”. n is the number of sessions whose participants were counted.
figure-presences = attendances of municipalities
figure-presences-means = Municipalities present at the sessions held, the sessions' numbers added up: a municipality counts each time it took part. Where nobody put down who was at a coaching session, the municipalities of its coachings count. Incomplete numbers give “at least”, as for participants.
figure-actions = agreed actions done
figure-actions-means = Actions agreed in the sessions, coachings or feedback of the period, and those of them that are done. An action whose origin is not known counts by the day it was done or due. Dropped ones are not counted.
figure-practices = good practices gathered
figure-practices-means = Good practices put down from a session, coaching or feedback of the period.
figure-uptakes = practices taken up
figure-uptakes-means = How often a municipality took up a good practice in the period. Where the day is not known, practices put down from sessions of the period count.
figure-concrete = municipalities with a concrete step
figure-concrete-means = Municipalities reached in which an agreed action was done or a good practice taken up.
figure-webinars = webinars
figure-webinars-means = The webinars held in the period.
figure-materials = materials shared
figure-materials-means = Those materials of the sessions held that were sent on, or that may be shared and are at hand.
figure-published = publications
figure-published-means = The pages, articles, news, reports and materials put down for the season.
figure-forms = municipalities that gave feedback
figure-forms-means = How many municipalities answered of those feedback is expected of: each one present, once per session or coaching. Where several forms came from a municipality it counts once; n is the number of all forms. A form without a municipality counts as one municipality's, up to as many as were present. Empty forms and the follow-up form are not counted.
figure-forms-tutors = feedback of tutors
figure-forms-tutors-means = Forms that came of those expected: one of each tutor per session held. n is the number of all forms; empty ones are not counted.
figure-forms-later = follow-up forms
figure-forms-later-means = Forms that came months later and tell what has changed.
figure-recommend = recommendation score: coachings
figure-recommend-means = By how many percentage points those who recommend (9–10) outnumber those who do not (0–6). It is between −100 and +100 and is told when there are at least ten answers.
report-title = Season report: { $name }
report-title-days = Report for { $name }
report-compared = Beside the season before: { $name } ({ $days })
report-compared-days = Beside as long a time right before: { $name }
report-not-compared = This is the first season of the book. Nothing is known of the time before, so there is no comparison, and nobody can say which municipalities were reached for the first time.
report-made = Made on { $day }
report-empty-columns = Left out, as nothing is put down: { $columns }.
report-in-short = In short
report-aim = Aim: { $aim }
report-short-reached = Municipalities reached: { $value }.
report-short-coachings = Coachings that took place (under way or done): { $value }.
report-short-held = Sessions held: { $value }.
report-short-participants = Participants: { $value }.
report-short-tutors = Tutors active: { $value }.
report-short-actions = Agreed actions done: { $value }.
report-short-concrete = Municipalities with a concrete step: { $value }.
report-short-forms = Municipalities that gave feedback: { $value }.
report-incomplete = Not all coached municipalities are put down ({ $rounds }). The figures on municipalities reached and coachings therefore tell only what is known.
report-goal = { $number }. Goal: { $goal }
report-figures = Figures
report-figure = figure
report-figure-by = { $figure } { $by }
report-n = n
report-definitions = How the figures are counted
report-unknown = not known
report-part = { $count }/{ $of } ({ $share })
report-of = { $count }/{ $of }
report-at-least = at least { $value }
report-known = { $value }, as far as known
report-few-recommend = fewer than ten answers, not shown
report-few = Fewer than five answers: mean and distribution are not shown.
report-fewer-than = fewer than { $least }
report-group-whole = all
report-group-unknown = not known
report-one-language = one language ({ $language })
report-languages = bilingual ({ $languages })
report-by-subregion = subregion
report-by-language = language
report-by-class = class of municipality
report-by-kind = kind of session
report-by-status = status
report-by-form = form of support
report-by-publication = kind of publication
report-by-theme = theme
report-by-work = work
report-reached-chart = Share of municipalities reached by subregion
report-reached-told = Municipalities reached by subregion: { $each }.
report-left-out = { $count ->
    [one] One text is left out, as somebody is named in it.
   *[other] { $count } texts are left out, as somebody is named in them.
}
report-wishes = Needs in the municipalities' own words
report-outcomes = What came of the coachings
report-steps = Actions done
report-practices = Good practices
report-taken-up = { $practice } (taken up: { $who })
report-opted-out = Municipalities that opted out
report-published = Publications
report-published-caption = What was published
report-published-title = title
report-published-kind = kind
report-published-day = day
report-published-where = address
report-tutors = Tutors
report-senders = Tutor municipalities: { $municipalities }.
report-feedback = feedback
report-scale = Statements were answered on a scale of 1–5 (1 fully disagree, 5 fully agree) and recommending on 0–10. “Cannot say” is not part of the mean. Mean and distribution are told when there are at least five answers, the mean of recommending when there are at least ten.
report-question = question
report-means = Means of the answers
report-mean = mean
report-median = median
report-mean-before = { $name }
report-tutors-n = from tutors
report-tutors-mean = tutors
report-apart = difference
report-differs = they differ
report-outside = { $count ->
    [one] One answer is not on the scale and is not counted.
   *[other] { $count } answers are not on the scale and are not counted.
}
report-set-aside = { $count ->
    [one] One form is on a cancelled session and is not counted.
   *[other] { $count } forms are on cancelled sessions and are not counted.
}
report-spread = { $question } (n = { $n })
report-spread-told = { $question } Answers: { $each }.
report-quotes = What was said in the feedback
report-quoted-tutor = a tutor
report-quoted-receiving = a receiving municipality
report-municipalities = by municipality
report-municipalities-caption = Municipalities to reach
report-municipalities-known = Not all coached municipalities are put down: “no” means that no coaching is known.
report-municipality = municipality
report-reached = reached
report-reached-before = reached before
report-meetings = meetings
report-others = other sessions
report-people = participants
report-forms = feedback
report-done = actions
report-uptakes = taken up
report-support = forms of support
report-themes = by theme
report-themes-caption = Themes of coachings and sessions
report-theme = theme
report-theme-coachings = coachings
report-theme-sessions = sessions
report-theme-forms = feedback
report-theme-practices = practices
report-theme-coachings-before = coachings { $name }
report-theme-sessions-before = sessions { $name }
report-what-counts = what is counted
report-counts-season = What counts are the sessions and coachings of the season, whatever their days, the feedback on them and the actions agreed in them. n tells from how many records a figure was counted.
report-counts-days = What counts are sessions whose first day is in the period, and coachings that were asked for or had a session in it. A coaching of no known day counts if its season shares a day with the period; a session or publication of no known day if its whole season is within. Feedback and actions go with what they are about. n tells from how many records a figure was counted.
report-column-goal = goal
report-column-group = group
report-column-value = value
report-column-of = of
report-column-before = value before
report-column-note = note
report-column-definition = definition
report-note-hours = hours
report-note-at-least = at least
report-note-known = as far as known
cli-report = The season's report to the funder: figures by goal with definitions, feedback, municipalities and themes
cli-arg-report = The season's key, name or year; else the one at hand
cli-place-season-or-days = [SEASON] [--from DAY --to DAY]
cli-option-from = the first day, where the report is on days and not on a season
cli-option-report-to = the last day; else today
cli-option-names = name the tutors too
error-report-days = The period ends ({ $until }) before it begins ({ $from }). Swap the days.
cli-handover = The handover sheet of a person or municipality; --to gives the person's open work to somebody else
cli-place-who = WHO
cli-place-handover = [--to WHOM]
cli-arg-handover = A person or municipality: id or name; me means the settings' own me
cli-option-handover-to = who takes over open actions, requests, sessions and promised materials
handover-title = Handover: { $name }
handover-nothing = Nothing is open.
handover-contacts = contacts
handover-actions = open actions
handover-coachings = open requests and coachings
handover-asked = what was asked
handover-before = earlier coachings
handover-ahead = sessions to come
handover-held = sessions held last
handover-materials = promised, not here yet
handover-nobody = The person is no longer in the book.
handover-same = The work is with this person already. Choose who takes it over.
handover-no-me = The program does not know who you are. Write a name, or add me to config.toml.
handover-to-left = Note: { $name } has left the programme.
handover-done = Handed over, { $from } → { $to }: { $what }.
handover-none = Nothing to hand over: { $from } looks after nothing that is open.
handover-stays = Agree anew on who tutors, speaks or is the contact: { $what }.
handover-drafts = { $count ->
    [one] One unfinished form stays on this machine: open the program and save it first.
   *[other] { $count } unfinished forms stay on this machine: open the program and save them first.
}
count-materials = { $count ->
    [one] 1 material
   *[other] { $count } materials
}

answers-in-words = { $count } in words
answers-more = and { $count } more: open and search
feedback-take-down = take down feedback
today-later = what has changed? held { $day }
cli-answers = Show what was answered about a session, coaching, municipality, person, theme or season
cli-arg-answers = About what: its id or words of its name
followed-version = { $name }: the changed questions are version { $number }; answers given stay with their own version.

## Closing event
closing-name = Closing event
closing-opening = Opening and the season's course
closing-break = Break
closing-panel = The tutors' panel: what we learned
closing-end = Summary and what comes next
closing-title = Who has something to tell: { $season }
closing-counts = { $within } of { $count } in. Each of them gets a talk at the closing event.
closing-nobody = Season { $season } has nothing to tell yet: enter practices taken up and actions done.
closing-none-in = Take somebody in first, with Space.
closing-no-feedback = no feedback
closing-score = feedback { $mean } (n={ $count })
closing-pleased = good feedback (n={ $count })
closing-not-pleased = feedback below 4 (n={ $count })
closing-spread = { $count ->
    [one] one municipality took up: { $what }
   *[other] { $count } municipalities took up: { $what }
}
closing-took-up = took up: { $what }
closing-done = done: { $what }
closing-no-speaker = no speaker yet
enter-make-session = make the session
cli-closing-event = Who has something to tell at the season's closing event
cli-place-season-or-none = [SEASON]
cli-option-accept-closing = Put the closing event into the book
paper-when = when

## Feedback typed by hand
filled-again = { $who } has answered this already ({ $id }): this is a second form from the same municipality.
filled-off-scale = “{ $question }” is answered { $scale } or cannot-say: { $typed } is not on that scale.
filled-unasked = The questionnaire { $name } does not ask these: { $keys }. They are kept as other answers.

## How a form goes on
enter-anew = Begin a new form
enter-begun = A form about the same session was left unfinished.
enter-choose-first = First choose with the arrows and Enter.
enter-go-on = Go on with it
enter-goes-on = This form was left unfinished: you go on with it.
enter-hours-recorded = On record already: { $before }. What you type replaces it.
enter-hours-replace = { $now } (replaces: { $before })
enter-kept-then-tutor = Saved: { $what } · { $given }/{ $expected } answers. Next the tutor's form, Esc stops.
enter-no-such = { $typed }: there is none.
enter-passed-by = { $count ->
        [one] 1 question was left without an answer: { $which }. Ctrl-S again saves.
       *[other] { $count } questions were left without an answer: { $which }. Ctrl-S again saves.
    }
enter-tutors-form = Take down the tutor's form
command-take-feedback = take down feedback
    .also = feedback form answer paper

## Papers and forms that people sent back

answers-told-continues = The same answers were brought in from the form “{ $form }”: this goes on with it.
today-low-scores = { $count } forms with low scores (1–2)
## The report as its readers ask for it
figure-coached = coachings that took place
figure-coached-means = Coachings of the period of which at least one session was held, or which are marked as under way or done.
report-short-no-actions = No agreed actions were put down.
report-short-no-forms = No feedback was to be expected yet.
report-more-forms = { $value }, forms { $count }
report-forms-only = forms { $count }, number expected not known
report-note-forms = more forms than one of each
figure-recommend-events = recommendation score: joint sessions
figure-recommend-events-means = Counted as the recommendation score of coachings, from the forms of sessions: they ask about the session, so the two are not added together.
report-answers = answers
report-across-subregion = by subregion
report-across-language = by language
report-across-class = by class of municipality
report-across-kind = by kind of session
report-across-status = by status
report-across-form = by form of support
report-across-publication = by kind of publication
report-across-theme = by theme
report-across-work = by kind of work
report-not-compared-days = The book does not cover as long a time right before the period, so there is no comparison.
report-unfinished = The season is not over: as it stood on { $day }.
report-unfinished-days = The period is not over: as it stood on { $day }.
report-practices-kept = Good practices gathered
report-practices-taken = Good practices taken up
report-nothing-of = { $count ->
    [one] One municipality was not reached, and there are no other numbers of it: { $who }.
   *[other] { $count } municipalities were not reached, and there are no other numbers of them: { $who }.
}
report-others-unknown = Of some joint sessions nobody put down which municipalities were there: hence the “at least” and “not known” of other sessions.
paper-who-came = who was there
handover-latest-of-municipality = The municipality's latest feedback
handover-latest-of-tutor = The tutor's latest feedback
handover-not-people = Work goes only from one person to another: { $name } is no person. Without --to you get the handover sheet.
handover-would = Would be handed over, { $from } → { $to }: { $what }.
error-paper-ending = { $file } is no file that can be written. The ending is .html (Word opens it too), .md, .txt or .csv.
error-report-ahead = The period would begin on { $from }, but today is { $today }: the report tells of what has been. Give an earlier day, or --to as well.
answers-tally-empty =
    { $count ->
        [one] { $count } empty form left out
       *[other] { $count } empty forms left out
    }
answers-too-much = The table is too big to be brought in at once: its answers would take about { $size } MB, and there is room for { $room } MB. Divide it and bring in the latest part only, or take out columns you do not need.
answers-choose-subject = First choose which session the answers are about.
import-did-answers = Brought in: { $counts }.
import-would-answers = Would bring in: { $counts }.
feedback-more = { $count ->
    [one] one form
   *[other] { $count } forms
}
