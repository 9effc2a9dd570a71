# Programmet på svenska. Samma id på alla språk.

## Tabs and views
tab-today = I dag
tab-people = Personer
tab-municipalities = Kommuner
tab-plan = Planering
tab-feedback = Respons
tab-actions = Åtgärder
tab-practices = God praxis
tab-short-today = I dag
tab-short-people = Pers.
tab-short-municipalities = Kommun.
tab-short-plan = Plan.
tab-short-feedback = Respons
tab-short-actions = Åtg.
tab-short-practices = Praxis
view-requests = önskemål
view-agenda = tidsordning

## Commands: short, for the footer; help and the palette show the same words
command-open = öppna
command-back = tillbaka
command-close = tillbaka eller avsluta
command-filter = filtrera listan
    .short = filtrera
command-complete = komplettera
command-lookup = sök överallt
    .short = sök
command-copy-email = kopiera e-post
    .short = e-post
command-copy-phone = kopiera telefon
    .short = telefon
command-copy-card = kopiera kort
    .short = kort
command-copy-addresses = kopiera alla adresser
    .short = alla adresser
command-plain-page = text på en tom sida
    .short = tom sida
command-mark = markera
command-next-view = nästa vy
    .short = vy
command-season = period
command-up = upp
command-down = ned
command-page-up = sida upp
command-page-down = sida ned
command-first = första
command-last = sista
command-today = I dag
command-people = Personer
command-municipalities = Kommuner
command-plan = Planering
command-feedback = Respons
command-actions = Åtgärder
command-practices = God praxis
command-next-tab = nästa flik
    .short = flikar
command-previous-tab = föregående flik
command-organisations = organisationer
command-themes = teman
command-seasons = perioder
command-notes = anteckningar
command-book = själva boken
command-problems = problem i uppgifterna
command-keep-filter = spara filtret under ett namn
command-use-filter = använd ett namngivet filter
command-palette = kommandon
command-help = tangenter
command-redraw = rita om skärmen
command-suspend = pausa (fg återupptar)
command-interrupt = avbryt
command-quit = avsluta
enter-choose = välj
enter-keep = spara
enter-list = till listan
key-space = Mellanslag
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
keys-y = kopiera

## Lines one types into, and what stands beside them
lookup-label = sök
lookup-hint = Skriv en del av ett namn, en ort, ett nummer eller ett tema. Ofta räcker två eller tre bokstäver.
lookup-nothing = Inga träffar. Färre bokstäver ger fler träffar.
filter-label = filter
filter-nothing = Inget motsvarar filtret. Esc tar bort det.
filter-name-label = filtrets namn
filters-label = namngivet filter
filter-kept = Filtret är sparat som ”{ $name }”.
palette-label = kommando
help-label = tangenter i denna vy
season-label = period
remark-all = totalt { $count }
remark-found = { $count } { $count ->
    [one] träff
   *[other] träffar
}
remark-at-least = minst { $count } träffar
remark-marked = { $count } markerade
loading = läser boken …
and-more = och { $count } till
and-others = och andra: filtret kommun:… hittar alla

## Toasts
copied = Skickat till terminalen: { $what } · y t om det inte kommer fram
copied-without = Skickat till terminalen: { $what } · { $count } utan uppgift · y t om det inte kommer fram
copied-card = kortet
copy-too-long = Texten är för lång för urklipp. y t visar den på en tom sida.
no-such-key = { $key } gör inget här · ? visar tangenterna
not-here = Det fungerar inte här · ? visar vad som gör det
interrupt-again = Ctrl-C en gång till avslutar
paste-nowhere = Här går det inte att klistra in · o söker, f filtrerar
paste-cut = Texten var mycket lång: de 10 000 första tecknen står på raden
pasted-lines = Klistrade in { $count } rader som en
book-unreadable = { $count } { $count ->
    [one] ställe
   *[other] ställen
} kunde inte läsas: se : problem i uppgifterna
book-changed = { $count } { $count ->
    [one] post har
   *[other] poster har
} ändrats på disken
state-not-saved = Detta kunde inte sparas till nästa gång: { $words }

## Why something cannot be done now
nothing-found = Inga träffar
nothing-here = Inget är valt här
nothing-copied = Inget har kopierats ännu
nothing-to-complete = Inget att komplettera
no-filter = Inget filter är skrivet: tryck först f
no-filters = Inget filter har sparats ännu
no-season = Boken har ingen period ännu
name-missing = Ge det först ett namn
record-removed = Posten har tagits bort
missing-phone = inget telefonnummer
missing-email = ingen e-post
missing-contact = varken telefon eller e-post
missing-people = ingen är ännu namngiven

## Today
today-never-reached = inte nådda ännu
today-never-reached-known = inte nådda ännu, så vitt man vet
today-no-contact = telefon och e-post saknas
today-problems = kunde inte läsas
today-nothing = Inget väntar i dag.
gap-no-contact = kontakt saknas
gap-no-date = datum saknas
gap-no-programme = program saknas

## Cards
section-people = personer
section-coachings = sparringar
section-sessions = tillställningar
section-notes = anteckningar
section-practices = god praxis
section-former = tidigare
section-referring = se även
section-unknown = bevarat som i filen
label-load = belastning
label-last-contact = senaste kontakt
load-of-ceiling = { $count } av { $ceiling } sparringar under { $season }
load = { $count } { $count ->
    [one] sparring
   *[other] sparringar
} under { $season }
inhabitants = { $number } invånare
in-subregion = ekonomisk region: { $name }
removed = borttagen ({ $id })
session-title-many = { $kind }: { $municipality } och { $others } till
yes = ja
no = nej
weekday-1 = mån
weekday-2 = tis
weekday-3 = ons
weekday-4 = tor
weekday-5 = fre
weekday-6 = lör
weekday-7 = sön

## Empty lists
empty-people = Inga personer ännu.
empty-municipalities = Inga kommuner ännu.
empty-requests = Inga sparringar ännu. Kommunernas önskemål kommer att stå här.
empty-agenda = Inga tillställningar ännu.
empty-actions = Inga åtgärder ännu. Det som man kommit överens om kommer att stå här.
empty-practices = Ingen god praxis ännu.
empty-unreadable = Dessa poster kunde inte läsas: se I dag eller : problem i uppgifterna.
empty-list = Inget här ännu.
too-small = Fönstret är för litet: minst 40 × 10 behövs. Inget har gått förlorat.

## Data problems
problems-title = Vad som inte kunde läsas
problems-none = Allt i boken kunde läsas.
problems-what-to-do = Allt annat är öppet och filerna förblir som de är. Rätta det nämnda stället i en textredigerare; programmet märker det självt.
problem-syntax = Härifrån är posten inte giltig JSON: se efter komman, klamrar och citattecken.
problem-truncated = Posten slutar för tidigt: en klammer eller ett citattecken saknas.
problem-field = Fältet ”{ $key }” kan inte läsas: { $reason }.
problem-key-twice = Nyckeln ”{ $key }” finns två gånger i samma post. Ta bort den ena.
problem-no-id = Posten saknar ”id”.
problem-id-twice = Id:t ”{ $id }” används redan av en tidigare post, som är den som visas.
problem-file-truncated = Filen slutar för tidigt.
problem-record-too-large = Posten är större än 1 MB och lästes inte.
problem-not-a-file = Detta är inte en fil med poster: den ska börja med ”format”, ”kind” och ”records”.
problem-other-kind = Filen säger sig innehålla andra poster än namnet anger.
problem-newer-format = Filen har ett nyare format. Uppdatera programmet för att läsa den.
problem-byte-order-mark = Filen börjar med ett BOM-tecken; det hoppades över och gör ingen skada.
problem-io = Filen kan inte öppnas: { $words }.
problem-no-directory = Bokens katalog är borta; det som redan lästs finns kvar här.
problem-denied = Filen får inte läsas: behörigheterna räcker inte.
problem-not-regular = Detta är ingen vanlig fil i bokens katalog, så den lästes inte.
problem-file-too-large = Filen är större än 64 MB och lästes inte.
invalid-id = ett id får bara innehålla bokstäver a–z, siffror, - och _
invalid-link = det ska vara slag:id, till exempel person:p0a1b2c3d4e5f
invalid-type = innehållet är av annat slag än vad som hör till fältet
invalid-choice = det är inget av fältets alternativ
invalid-number = det ska vara ett heltal från 0 uppåt
invalid-date = det finns ingen sådan dag (som i 2021-10-06)
invalid-time = det finns inget sådant klockslag (som i 09:30)

## Settings
config-unknown-key = config.toml, rad { $line }: inställningen ”{ $key }” är okänd. Kända är data, language och me.
config-bad-value = config.toml, rad { $line }: ”{ $key }” kan inte vara detta. data är en sökväg inom citattecken, language är "fi", "sv" eller "en", me är en persons id inom citattecken.
config-syntax = config.toml, rad { $line }: går inte att läsa ({ $words }), så inga inställningar användes.

## Scopes, as typed: role:tutor
scope-role = roll
scope-theme = tema
scope-season = period
scope-in = kommun
scope-status = läge
scope-kind = slag

## Kinds of record
kind-municipality = kommun
kind-organisation = organisation
kind-person = person
kind-theme = tema
kind-season = period
kind-coaching = sparring
kind-session = tillställning
kind-feedback = respons
kind-action = åtgärd
kind-practice = god praxis
kind-note = anteckning
kind-book = bok
kinds-municipality = kommuner
kinds-organisation = organisationer
kinds-person = personer
kinds-theme = teman
kinds-season = perioder
kinds-coaching = sparringar
kinds-session = tillställningar
kinds-feedback = respons
kinds-action = åtgärder
kinds-practice = praxis
kinds-note = anteckningar
kinds-book = bok

## Command line
cli-about = Adressbok, planeringsbord och minne för kommunernas kamratstöd.
cli-after = Utan kommando öppnas programmet på skärmen; med ord öppnas det på det de hittar:{"\u000A"}  kuntatutor tam{"\u000A"}Ord som också är ett kommando skrivs efter --:{"\u000A"}  kuntatutor -- show
cli-find = Sök poster; skriver ut namn, titel, kommun, telefon och e-post
cli-show = Visa en post i sin helhet, med id eller med ord som hittar bara den
cli-list = Lista posterna av ett slag
cli-check = Kontrollera att allt i boken kan läsas
cli-paths = Visa var allt finns
cli-option-data = Bokens katalog
cli-option-lang = Språk: fi, sv eller en
cli-option-json = Skriv ut som JSON
cli-option-help = Visa denna hjälp
cli-option-version = Visa versionen
cli-arg-words = Ord i valfri ordning, även roll:tutor, kommun:borgå, period:2021
cli-arg-record = Ett id som person:p0a1b2c3d4e5f, eller ord
cli-arg-kind = Slaget: { $kinds }
cli-heading-usage = Användning
cli-heading-commands = Kommandon
cli-heading-options = Alternativ
cli-heading-arguments = Argument
cli-place-usage = [ALTERNATIV] [ORD eller KOMMANDO]
cli-place-words = ORD
cli-place-record = POST
cli-place-kind = SLAG
cli-place-dir = KATALOG
cli-place-lang = SPRÅK
error-unknown-option = Det finns inget alternativ { $option }. kuntatutor --help visar alla.
error-missing-value = { $option } behöver något efter sig. kuntatutor --help visar vad.
error-missing-argument = Något saknas: { $argument }. kuntatutor --help visar hur man säger det.
error-bad-value = { $option } kan inte vara ”{ $value }”. kuntatutor --help visar vad det kan vara.
error-usage = Detta gick inte att förstå: { $words } kuntatutor --help visar hur man säger det.
error-unknown-kind = Det finns inget slag som heter ”{ $kind }”. Slagen är: { $kinds }.
error-nothing-found = Inget hittades med ”{ $words }”. Färre bokstäver ger fler träffar.
error-ambiguous = { $count ->
    [one] ”{ $words }” hittar 1 post. Välj med id:
   *[other] ”{ $words }” hittar { $count } poster. Välj med id:
}
error-no-directory = Katalogen { $path }, som { $by } anger, finns inte. Kontrollera sökvägen eller lämna bort den för att öppna din egen bok.
named-by-option = --data
named-by-environment = KUNTATUTOR_DATA
named-by-settings = config.toml
error-word-too-many = Ordet ”{ $word }” är för mycket här. kuntatutor --help visar hur man säger det.
error-no-home = Hemkatalogen är inte känd, så inget kan sparas. Ange boken med --data.
error-no-terminal = Skärmen behöver en terminal. kuntatutor find ORD fungerar utan.
error-unknown-terminal = Terminaltypen TERM={ $term } är okänd. Prova TERM=xterm-256color kuntatutor eller kuntatutor find ORD.
error-terminal = Terminalen slutade svara: { $words }
error-output = Utskriften kunde inte skrivas: { $words }
panic-told = Något gick fel i programmet. Terminalen är som förut och boken är orörd. Händelsen finns i { $path }.
check-ok = Allt kunde läsas: { $count } poster i { $path }.
check-missing = ”{ $from }” hänvisar till { $link }, som inte finns i boken; den visas som borttagen.
check-no-book = I { $path } finns ingen bok: ingen av dess filer finns där.
check-problems = { $count } { $count ->
    [one] ställe
   *[other] ställen
} kunde inte läsas; allt annat är öppet.
paths-book = bok
paths-settings = inställningar
paths-usage = ofta och senast använda
paths-filters = namngivna filter
paths-log = logg
origin-example = exempelboken

## Choices
choice-action-status-open = öppen
choice-action-status-done = klar
choice-action-status-dropped = avstådd
choice-answering-agreement = 1–5, av annan åsikt – av samma åsikt
choice-answering-recommend = 0–10
choice-answering-yes-no = ja eller nej
choice-answering-change = nej, planeras, påbörjat eller i bruk
choice-answering-words = med ord
choice-answering-hours = arbetstimmar
choice-availability-yes = passar
choice-availability-if-needed = vid behov
choice-availability-no = passar inte
choice-channel-phone = per telefon
choice-channel-email = per e-post
choice-channel-form = på blankett
choice-channel-meeting = vid ett möte
choice-channel-other = på annat sätt
choice-coaching-status-waiting = i kö
choice-coaching-status-requested = önskad
choice-coaching-status-offered = erbjuden
choice-coaching-status-planning = planeras
choice-coaching-status-under-way = pågår
choice-coaching-status-done = avslutad
choice-coaching-status-postponed = framflyttad
choice-coaching-status-declined = tackat nej
choice-coaching-status-cancelled = inställd
choice-consent-asked = tillfrågad
choice-consent-confirmed = bekräftad
choice-consent-declined = tackat nej
choice-contact-kind-phone = telefon
choice-contact-kind-email = e-post
choice-contact-kind-other = annat
choice-form-remote = fjärrstöd
choice-form-local = närstöd
choice-form-training = utbildning
choice-goal-network = nätverk
choice-goal-picture = lägesbild
choice-goal-supply = utbudet utvecklas
choice-goal-communication = kommunikation
choice-item-kind-opening = öppning
choice-item-kind-talk = anförande
choice-item-kind-panel = paneldiskussion
choice-item-kind-workshop = workshop
choice-item-kind-discussion = diskussion
choice-item-kind-break = paus
choice-item-kind-closing = avslutning
choice-level-warn = varnar
choice-mode-remote = på distans
choice-mode-on-site = på plats
choice-mode-hybrid = hybrid
choice-municipality-kind-city = stad
choice-municipality-kind-municipality = kommun
choice-organisation-kind-regional-council = landskapsförbund
choice-organisation-kind-agency = ämbetsverk
choice-organisation-kind-association = förening
choice-organisation-kind-school = läroanstalt
choice-organisation-kind-company = företag
choice-part-moderator = moderator
choice-part-speaker = talare
choice-part-panellist = paneldeltagare
choice-part-expert = sakkunnig
choice-publication-kind-page = webbsida
choice-publication-kind-article = artikel
choice-publication-kind-news = nyhet
choice-publication-kind-report = rapport
choice-publication-kind-material = material
choice-role-tutor = tutor
choice-role-contact = kontaktperson
choice-role-coordinator = koordinator
choice-role-speaker = talare
choice-role-expert = sakkunnig
choice-session-kind-meeting = sparringträff
choice-session-kind-webinar = webbinarium
choice-session-kind-visit = besök
choice-session-kind-network = nätverksträff
choice-session-kind-training = utbildning
choice-session-status-planned = planeras
choice-session-status-confirmed = bekräftad
choice-session-status-held = genomförd
choice-session-status-cancelled = inställd
choice-template-kind-checklist = checklista
choice-template-kind-programme = program
choice-template-kind-letter = brev
choice-tongue-fi = finska
choice-tongue-sv = svenska
choice-tongue-en = engelska
choice-urban-class-urban = stadsmässig
choice-urban-class-semi-urban = tätortsbetonad
choice-urban-class-rural = landsbygdskommun
choice-voice-receiving = deltagande kommun
choice-voice-tutor = tutor
choice-way-chat = chatt
choice-way-phone = telefon
choice-way-video = video
choice-way-unattended = obemannad servicepunkt
choice-way-service-point = servicepunkt
choice-way-peer = kamratstöd
choice-way-home = stöd i hemmet
choice-way-online = på nätet
choice-way-course = kurs
choice-way-adult-education = vuxenutbildning

## Fields
field-about = gäller
field-affiliations = arbetsplatser
field-aim = mål
field-answer = svar
field-answering = svarssätt
field-answers = svar
field-asked-by = önskat av
field-asked-on = önskat den
field-at = arbetsplats
field-at-least = minst så många
field-at-session = på tillställningen
field-availability = svar
field-by = skrivet av
field-candidates = föreslagna tider
field-ceiling = högsta antal
field-channel = önskat hur
field-checklist = checklista
field-clash-levels = krockregler
field-coachings = sparringar
field-comment = kommentar
field-complete = alla kommuner kända
field-consent = svar
field-contact = kontakt
field-contacts = kontaktpersoner
field-contacts-public = kontaktuppgifterna är offentliga
field-date = datum
field-done = klart
field-done-on = klart den
field-due = senast
field-email = e-post
field-ends = slutar
field-entered-by = inmatat av
field-family = efternamn
field-form = form
field-from = från
field-further-contacts = övriga kontakter
field-given = förnamn
field-given-on = gett den
field-goal = mål
field-goals = mål
field-group-experience = gruppens erfarenhet
field-group-size = gruppens storlek
field-here = varifrån
field-hours = arbetstimmar
field-idea = lösningens idé
field-imported-answer = svaret i blanketten
field-imported-from = importerat från
field-invitation-sequence = inbjudans ändringar
field-invited = inbjudna
field-key = nyckel
field-kind = slag
field-language = språk
field-languages = språk
field-last-day = sista dag
field-left-on = slutade den
field-length = längd
field-level = nivå
field-link = länk
field-materials = material
field-may-be-quoted = får citeras
field-may-be-shared = får delas
field-merged-into = gått samman med
field-minutes = längd
field-mode = form
field-months = månader
field-municipalities = kommuner
field-municipality = kommun
field-name = namn
field-needs = vad det kräver
field-note = anmärkning
field-on = den
field-opt-outs = deltar inte
field-outcome = resultat
field-owner = ansvarig
field-part = uppgift
field-phone = telefon
field-place = plats
field-places = platser
field-planned-week = planerat för veckan
field-population = invånare
field-preparation = förberedelse
field-presence = deltagare per kommun
field-present = närvarande
field-present-municipalities = kommuner närvarande
field-present-people = deltagare
field-present-state = nuläge
field-presentation = presentation
field-presentation-public = presentationen är offentlig
field-problem = problem
field-programme = program
field-promised-by = lovat av
field-publications = publikationer
field-question = fråga
field-questionnaire = enkät
field-questionnaires = enkäter
field-questions = frågor
field-quote = citat
field-read-more = läs mer
field-reason = orsak
field-received-on = mottaget den
field-records = poster
field-region = landskap
field-registered = anmälda
field-registered-municipalities = anmälda kommuner
field-registered-people = anmälda
field-registry-email = registratorskontor
field-replies = svar
field-report-texts = rapportens texter
field-responsible = ansvarig
field-result = resultat
field-retention = förvaringstider
field-role = roll
field-roles = roller
field-round = omgång
field-rounds = sparringomgångar
field-rule = regel
field-season = period
field-sent-on = skickat den
field-session = tillställning
field-session-kinds = för
field-since = sedan
field-source = källa
field-source-date = källans datum
field-source-field = källans fält
field-speakers = talare
field-starts = börjar
field-status = läge
field-subregion = ekonomisk region
field-support = stödformer
field-switchboard = växel
field-target-municipalities = kommuner att nå
field-technical-hosts = tekniskt ansvariga
field-templates = mallar
field-text = text
field-themes = teman
field-there = vart
field-time = klockan
field-title = rubrik
field-job-title = titel
field-travel = resor
field-tutor = tutor
field-tutor-municipalities = tutorkommuner
field-tutors = tutorer
field-unavailable = frånvarande
field-unit = enhet
field-until = till
field-uptakes = tagits i bruk av
field-urban-class = kommungrupp
field-valid-from = finns från
field-valid-until = fanns till
field-version = version
field-voice = vems röst
field-wants-contact = önskar kontakt
field-way = sätt
field-website = webbplats
field-what = vad
field-who = vem
field-why = varför
field-wish = önskemål
field-wished-period = önskad tid
field-zone = tidszon
paths-own-book = din egen bok

## Vad som gjordes: sägs som ”ångrat: borttaget Ari Tammi”
choice-act-add = tillagt
choice-act-edit = ändrat
choice-act-delete = borttaget
choice-act-note = anteckning
choice-act-settle = avgjort
choice-act-undo = ångrat
choice-act-redo = gjort om
choice-act-import = importerat
choice-act-unite = sammanslaget
choice-act-apart = åtskilt
choice-act-move = flyttat
choice-act-merge = kommunsammanslagning
choice-act-next-season = ny period
## What is written into fields, and what is wrong with it
entry-missing = Saknas ännu: { $field }.
entry-control = Texten innehåller styrtecken som inte kan visas. Skriv den på nytt utan dem.
entry-too-long = Texten är för lång: den har { $count } tecken, och { $most } ryms. Korta den lite.
entry-email = ”{ $text }” är ingen e-postadress. En sådan är till exempel namn@kommun.fi, utan mellanslag.
entry-phone = ”{ $text }” är inget telefonnummer. Skriv siffror, till exempel 040 123 4567; annat kan stå bland anteckningarna.
entry-web = ”{ $text }” är ingen webbadress. En sådan är till exempel kommun.fi/digistod, utan mellanslag.
entry-date = ”{ $text }” är ingen dag. Skriv till exempel 6.10., 6.10.2021, tis, v. 41 eller +2 v.
entry-no-month = Månad { $month } finns inte – månaderna är 1–12.
entry-no-day = Dagen { $date } finns inte – den månaden har { $days } dagar.
entry-no-week = År { $year } har ingen vecka { $week }. Kontrollera veckan eller året.
entry-no-week-ever = Vecka { $week } finns inte – veckorna är 1–53.
entry-other-weekday = Det är { $day }. Rätta veckodagen eller dagen.
entry-time = ”{ $text }” är inget klockslag. Skriv till exempel 9, 9.30 eller kl. 9–11.30.
entry-length = ”{ $text }” är ingen längd. Skriv till exempel 90, 1 h 30 min eller 1,5 h.
entry-number = ”{ $text }” är inget antal. Skriv ett heltal, till exempel 12.
entry-yes-no = ”{ $text }” – svara ja eller nej.
entry-no-choice = ”{ $text }” finns inte bland alternativen. De är: { $choices }.
entry-many-choices = ”{ $text }” kan vara { $choices }. Skriv lite mer.
entry-nothing = ”{ $text }” ger inga träffar för det här fältet. Färre bokstäver ger fler träffar, och det som saknas kan läggas till först.
entry-several = ”{ $text }” kan vara { $records }. Skriv lite mer eller välj med id.
entry-several-more = ”{ $text }” kan vara { $records } eller någon annan (ännu { $more }). Skriv lite mer eller välj med id.
entry-other-kind = I det här fältet passar bara: { $kinds }.
entry-open-quote = Ett citattecken är inte stängt. Stäng det med ett likadant.
entry-no-field = Raden har inget fält ”{ $key }”. Fälten är: { $keys }.
entry-key-twice = ”{ $key }” finns två gånger. Lämna bort det ena.
entry-id = ”{ $text }” kan inte vara id: det får bara ha bokstäver a–z, siffror samt tecknen - och _.
entry-in-field = { $field }: { $sentence }
entry-in-row = Rad { $number }: { $sentence }

## Att spara
save-failed-busy = Någon annan sparar just nu. Försök igen om en stund.
save-failed-busy-with = { $user } sparar just nu (process { $process }, sedan kl. { $since }). Försök igen om en stund.
save-failed-no-directory = Bokens katalog { $file } finns inte. Kontrollera om den har flyttats eller disken kopplats loss.
save-failed-full = Disken är full, så { $file } blev som den var. Frigör utrymme och spara på nytt.
save-failed-quota = Ditt diskutrymme är slut, så { $file } blev som den var. Frigör utrymme och spara på nytt.
save-failed-read-only = { $file } finns på en disk som inte går att skriva på. Välj en annan plats för boken.
save-failed-denied = Dina behörigheter räcker inte: { $file } blev som den var. Be om skrivrätt till bokens katalog.
save-failed-not-regular = { $file } är en länk eller något annat än en vanlig fil och skrivs inte över. Flytta undan den.
save-failed-newer-format = { $file } har ett nyare format och ändrades inte. Uppdatera programmet.
save-failed-frame = Strukturen i { $file } är trasig, så inget skrevs i den. Rätta filen eller återställ den ur katalogen backup.
save-failed-unreadable = Posten { $id } i { $file } kan inte längre läsas och ersattes inte. Rätta posten och spara på nytt.
save-failed-record-too-large = Posten { $id } skulle bli större än 1 MB. Korta den så ryms den i { $file }.
save-failed-unwritable = Posten { $id } kunde inte skrivas i { $file }. Felet ligger i programmet: anmäl det.
save-failed-file-too-large = { $file } skulle bli större än 64 MB. Ta bort poster som inte längre behövs.
save-failed-intent = Filen { $file } från en avbruten sparning kan inte läsas. Flytta undan den och spara på nytt.
save-failed-holds-book = I katalogen { $file } finns redan en bok. Välj en annan.
save-failed-not-empty = I katalogen { $file } finns redan annat. Välj en tom katalog.
save-failed-unknown-region = Det finns inget landskap som heter ”{ $name }”. Landskapen är: { $regions }.
save-failed-io = { $file } kunde inte sparas: { $words }. Försök igen; om felet upprepas kan disken vara trasig.
new-book-name = Kommuntutorer, { $region }

## Formulär, ändringar, utkast, egen bok
command-new = ny
command-add = lägg till
    .short = lägg till
command-edit = ändra
command-duplicate = gör en likadan
    .short = likadan
command-delete = ta bort
command-note = skriv en anteckning
    .short = anteckning
command-quick = rätta snabbt
    .short = rätta
command-next-status = nästa status
    .short = nästa status
command-undo = ångra
command-redo = gör om
command-finish = klar
command-next-field = nästa fält
    .short = fält
command-previous-field = föregående fält
command-make-now = skapa ny genast
    .short = skapa ny
command-editor = öppna i egen redigerare
    .short = redigerare
command-move-up = flytta upp
    .short = upp
command-move-down = flytta ned
    .short = ned
command-invert = markera de andra i stället
command-settle = lös konflikten
command-who-am-i = vem använder programmet
enter-next = nästa
enter-finish = klar
enter-rows = rader
enter-row-new = ny rad
label-in-fi = { $label } på finska
label-in-sv = { $label } på svenska
label-in-en = { $label } på engelska
field-code = kommunnummer
field-me = jag är
form-new = ny { $kind }
form-edit = { $kind }: { $name }
form-note = anteckning: { $about }
form-row = { $label }: rad { $number }
form-row-new = { $label }: ny rad
form-many = { $count ->
        [one] för en markerad
       *[other] för { $count } markerade
    }
form-wrong = { $count ->
        [one] Ett ställe väntar på rättelse.
       *[other] { $count } ställen väntar på rättelse.
    }
form-unchanged = Inget ändrades.
form-key = Ge en nyckel eller ett namn att göra den av.
form-key-taken = Nyckeln { $key } är redan i bruk. Välj en annan.
form-row-leaving = Raden är inte klar: Ctrl-S tar den med, Esc en gång till lämnar den.
form-row-deleted = Raden togs bort.
form-row-add = + ny rad
form-rows = { $count ->
        [one] { $first }
       *[other] { $count } rader · { $first } …
    }
form-rows-title = { $count ->
        [0] { $label }: inga rader än
        [one] { $label }: en rad
       *[other] { $label }: { $count } rader
    }
form-draft-kept = utkastet sparat
form-reference-gone = Den finns inte längre i boken ({ $id }). Välj en annan eller ta bort med backsteg.
hint-rows-none = Skriv eller tryck Enter: ny rad. Tab går förbi.
hint-make-now = Inget passar. F4 skapar en ny genast.
hint-nothing-fits = Inget passar. Färre bokstäver hittar mer.
hint-long = Alt-Enter byter rad. F6 öppnar texten i egen redigerare.
hint-date = Till exempel 6.10., ti, v. 41, +2v.
hint-time = Till exempel 9, 9.30 eller 9–11.30.
hint-length = Till exempel 90, 1 h 30 min eller 1,5 h.
hint-phone = Till exempel 040 123 4567.
hint-key = En kort nyckel med bokstäver och siffror. Lämnas den tom görs den av namnet.
echo-date = { $weekday } { $day } · vecka { $week }
pick-name-only = bara som namn
nothing-to-make = I det här fältet skapas inget nytt.
no-text-to-edit = Bara långa texter öppnas i redigeraren.
read-only = Boken är öppnad bara för läsning.
nothing-to-undo = Det finns inget att ångra.
nothing-to-redo = Det finns inget att göra om.
book-stays = Bokens egna uppgifter tas inte bort eller dubbleras; ändra dem.
one-at-a-time = Det här görs för en i taget. Esc tar bort markeringarna.
no-next-status = Det finns inget nästa läge.
nothing-to-settle = Här finns ingen konflikt.
change-done = { $act }: { $what }
undone = ångrat: { $act } { $what }
redone = gjort om: { $act } { $what }
first-and-others = { $count ->
        [one] { $first } och en till
       *[other] { $first } och { $count } till
    }
status-now = { $what }: { $status }
conflict-kept = Någon annan ändrade samma ställe ({ $field }). Båda är sparade: Idag → att lösa.
news = På annat håll { $act }: { $what }
news-by = { $who } – { $act }: { $what }
state-saving = sparas…
state-saved = ✓ sparat
state-not-on-disk = ! inte på disken
quit-unsaved = Allt har inte kunnat sparas på disken. Avsluta en gång till om du går ändå; då går det förlorat.
draft-kept = Utkastet är sparat: Idag → på hälft.
draft-taken = Utkastet fortsätts i en annan session.
draft-discarded = Utkastet kastades.
draft-failed = Utkastet kunde inte skrivas på disken: { $words }
drafts-found = { $count ->
        [one] En blankett blev på hälft: Idag → på hälft.
       *[other] { $count } blanketter blev på hälft: Idag → på hälft.
    }
draft-described = { $count ->
        [one] { $what }, { $when }, ett tecken
       *[other] { $what }, { $when }, { $count } tecken
    }
draft-held = { $what }, { $when }, { $count } tecken, öppet i en annan session
draft-continue = fortsätt
draft-take-over = fortsätt här (den andra sessionen lämnar det)
draft-look = titta
draft-discard = kasta
editor-failed = Redigeraren: { $words }
editor-none = Ingen redigerare är vald: sätt EDITOR.
editor-ended = { $editor } slutade med fel; texten är som förut.
editor-missing = Programmet { $editor } finns inte; sätt EDITOR.
paste-label = Klistra in { $count } tecken?
paste-do = klistra in
paste-not = klistra inte in
delete-referred = { $count ->
        [one] { $what }: en uppgift hänvisar hit. Ta bort?
       *[other] { $what }: { $count } uppgifter hänvisar hit. Ta bort?
    }
delete-most = { $what }: ta bort alla { $count }, mer än hälften?
delete-do = ta bort (u ångrar)
delete-not = ta inte bort
add-label = lägg till: { $name }
field-label = vilken uppgift, { $count } markerade
settle-label = { $name }: { $field }
settle-present = behåll: { $value }
settle-other = ta: { $value }
settle-both = behåll båda
settle-empty = (tomt)
begin-label = Exempelboken ändras inte. Hurdan är din egen bok?
begin-copy = en kopia av exemplet
begin-copy-beside = Nyland 2021: tutorer, kommuner, sparringar
begin-region = en tom bok för ett landskap
begin-region-beside = landskapets kommuner och teman färdiga
begin-shared = en gemensam katalog
begin-shared-beside = samma bok som arbetskamraterna
begin-region-label = landskap
begin-municipalities = { $count ->
        [one] en kommun
       *[other] { $count } kommuner
    }
begin-directory-label = katalog
begun = Boken är färdig.
me-label = Vem är du?
me-hint = Ditt namn står vid anteckningar och ändringar. En ny gör du med F4; tomt går också.
today-unfinished = på hälft
today-settle = att lösa
## Command line: what changes the book
cli-add = Lägg till en post och skriv ut dess id och namn
cli-edit = Ändra en posts fält
cli-delete = Ta bort en post; undo hämtar den tillbaka
cli-note = Skriv en anteckning om en post
cli-undo = Ångra din senaste ändring
cli-redo = Gör om det som ångrats
cli-init = Skapa en egen bok: för ett landskap eller efter exemplet
cli-option-dry-run = Visa ändringen men spara inget
cli-option-read-only = Skriv inget i boken
cli-option-id = Id: för en kommun dess nummer; för tema och period görs det annars av namnet
cli-option-region = Landskap, till exempel Birkaland: dess kommuner, annars en tom bok
cli-option-example = En egen kopia av exempelboken
cli-arg-text = Anteckningens text
cli-place-key = ID
cli-place-name = NAMN
cli-place-text = TEXT
cli-place-fields = --FÄLT VÄRDE …
cli-place-init = --region NAMN | --example
cli-after-add = kuntatutor add SLAG --help räknar upp slagets fält.
cli-after-add-kind = Fält (* behövs):{"\u000A"}{ $fields }{"\u000A"}{"\u000A"}--fält+ VÄRDE lägger till i en lista eller som rad, en rad som 'nyckel=värde nyckel="värde med mellanslag"'.{"\u000A"}--fält.sv VÄRDE skriver ett språk. Fältets namn går på vilket språk som helst.
cli-after-edit = Fälten räknas upp av kuntatutor add SLAG --help.{"\u000A"}--fält VÄRDE skriver, --fält '' tömmer, --fält+ VÄRDE lägger till i en lista eller som rad,{"\u000A"}--fält- VÄRDE tar bort ur en lista (en rad med id eller nummer), --fält.RAD.cell VÄRDE ändrar en rad.
error-of-option = { $option }: { $sentence }
error-no-field = Det finns inget sådant fält. kuntatutor add SLAG --help räknar upp fälten.
error-no-part = I fältet finns ingen sådan del, eller så går det inte att lägga till i den. En rads cell är --fält.RAD.cell, ett språk --fält.sv.
error-no-row = Det finns ingen rad ”{ $row }”. Raderna är: { $rows }.
error-no-rows = Det finns ingen rad ”{ $row }”: där är inga rader ännu. Lägg till en med +.
error-not-a-list = Fältet är ingen lista. Lämna bort + eller -.
error-not-in-list = ”{ $text }” finns inte i listan och kan inte tas bort.
error-not-in-book = Posten { $link } finns inte i boken. Kontrollera id:t eller lägg till posten först.
error-one-book = Boken finns redan: den ändras med kuntatutor edit book:book. En ny bok skapas med kuntatutor init.
error-book-stays = Bokens egna uppgifter kan inte tas bort, bara ändras: kuntatutor edit book:book.
error-id-is-made = För det här slaget ({ $kind }) blir id till av sig självt. Lämna bort --id.
error-id-taken = Id ”{ $id }” används redan. Välj ett annat, eller ändra det som finns med edit.
error-id-needed = Av namnet blir inget id. Ange det med --id, till exempel --id period-2026.
error-municipality-code = För en kommun behövs dess tresiffriga kommunnummer: till exempel --id 091.
error-read-only = Boken är öppen bara för läsning, så inget ändrades. Lämna bort --read-only.
error-example = Exempelboken är öppen, och den kan inte ändras. Skapa först en egen: kuntatutor init --example eller kuntatutor init --region NAMN.
change-nothing = Inget ändras.
change-conflict = Någon annan hade ändrat samma ställe ({ $record }, { $field }). Båda är sparade, och i posten kan man välja vilken som blir kvar.
deleted = { $count ->
    [0] Borttagen. kuntatutor undo hämtar tillbaka.
    [one] Borttagen. { $count } post hänvisar hit och visar den som borttagen. kuntatutor undo hämtar tillbaka.
   *[other] Borttagen. { $count } poster hänvisar hit och visar den som borttagen. kuntatutor undo hämtar tillbaka.
}
init-done = Boken är klar. kuntatutor öppnar den.
init-would = Boken skulle skapas här.
turn-moved-nothing = Här fanns inget mer att ändra: någon annan hade redan ändrat samma.
settle-gone = lämna bort: { $value }
change-revived = { $what } hade tagits bort på annat håll; din ändring hämtade tillbaka den.
backup-failed = Dagens säkerhetskopia kunde inte göras: { $words } Ändringarna är ändå sparade.
save-waits = { $words } Ändringen finns i minnet; Ctrl-S försöker igen.
state-read-only = bara läsning
command-save-again = spara igen
nothing-to-save = Allt finns redan på disken.
hint-none-yet = Det finns inga sådana i boken än. F4 skapar den första.
entry-before = Det här är före början ({ $begins } { $day }). Kontrollera båda dagarna.
hint-replaces = Ny text ersätter den gamla. En pil lämnar den gamla att ändra.
draft-elsewhere = Den här blanketten fortsätts i en annan session. Esc stänger det här; Ctrl-S en gång till sparar ändå.
problem-missing = filen saknas; en kopia finns i katalogen backup/{ $day }
state-draft-not-on-disk = ! utkast ej på disken
save-failed-gone = { $file } har försvunnit från disken, och ingen ny gjordes i dess ställe. Hämta tillbaka den från katalogen backup eller dit den fördes.

## Tables
heading-id = id
heading-whole-name = hela namnet
heading-in-language = { $label } ({ $language })
heading-of-cell = { $label }: { $cell }

## Bringing tables in
import-guessed = { $text }: lästes som { $place }
import-no-place = Kommunen ”{ $text }” finns inte i den här boken.
import-no-id = ”{ $text }” duger inte som id.
import-no-key = Koden eller id:t saknas.
import-one-only = Här ryms bara ett nummer eller en adress.
import-homeless = Arbetsplatsen saknas.
import-stands = { $heading }: en tidigare rad säger annat, den gäller. ”{ $text }” läggs bredvid eller i tilläggsuppgifterna.
import-in-note = { $heading }: { $why } Texten läggs i tilläggsuppgifterna.
import-unread = { $heading }: { $why }

## Bringing tables in: the screen
command-import = importera en tabell
    .short = importera
    .also = excel csv xlsx ods kontaktuppgifter tabell läs importera
begin-spreadsheet = importera kontakter från en tabell
begin-spreadsheet-beside = först landskapet, sedan filen
tables-label = Importera tabell
tables-hint = skriv namn eller sökväg, eller klistra in celler här
tables-found = Tabeller som hittades, nyaste först:
tables-nothing-found = Inga tabeller hittades i hemkatalogen. Skriv filens sökväg eller klistra in celler här.
tables-none = Skriv filens sökväg eller klistra in celler.
tables-reading = Läser… { $rows } rader. Esc avbryter.
tables-missing = Filen { $path } finns inte. Kontrollera namnet.
tables-system = Filen kan inte läsas: { $words }
import-title = Importeras { $name }: { $kind }
import-pasted = inklistrade celler
import-going = går igenom raderna: { $rows } / { $all }
import-tally-new = { $count ->
    [one] 1 ny
   *[other] { $count } nya
}
import-tally-changed = { $count ->
    [one] 1 ändras
   *[other] { $count } ändras
}
import-tally-same = { $count ->
    [one] 1 oförändrad
   *[other] { $count } oförändrade
}
import-tally-again = { $count ->
    [one] 1 rad om samma
   *[other] { $count } rader om samma
}
import-tally-organisations = { $count ->
    [one] 1 ny organisation
   *[other] { $count } nya organisationer
}
import-tally-left-out = { $count ->
    [one] 1 rad utelämnas
   *[other] { $count } rader utelämnas
}
import-view-columns = kolumner
import-view-rows = rader
import-view-remarks = att se på { $count }
import-nothing-remarkable = Inget att se på.
import-kind = Importeras
import-sheet = Blad
import-sheet-number = blad { $number }
import-heading = Rubriker
import-heading-at = på rad { $number }
import-heading-line = rad { $number }: { $cells }
import-heading-none = inga rubriker
import-known = Finns i boken
import-known-updated = uppdateras
import-known-skipped = förblir som de är
import-order = Namn
import-order-given = förnamnet först
import-order-family = efternamnet först
import-guesses = Felskrivna orter
import-guesses-on = som den närmaste
import-guesses-off = lämnas olästa
import-column = kolumn { $number }
import-means = { $heading } är
import-means-note = till tilläggsuppgifterna
import-means-nothing = importeras inte
import-as-above = { $name }, tom = samma som ovan
import-fate-new = ny
import-fate-changed = ändras
import-fate-same = oförändrad
import-fate-again = = rad { $line }
import-fate-skipped = ändras inte
import-fate-left-out = utelämnas
import-row = Rad { $number }
import-reason = Orsak
import-finish = importera
import-not-yet = Raderna gås ännu igenom.
import-done = Importerat: { $new } nya, { $changed } uppdaterade, { $out } utelämnade. u ångrar.
import-nothing = Tabellen har inget nytt: boken är redan som den.
enter-change = ändra
## Reading tables
notice-hidden-sheets = { $count ->
    [one] Ett dolt blad lämnades bort.
   *[other] { $count } dolda blad lämnades bort.
}
notice-only-hidden = { $count ->
    [one] De synliga bladen var tomma, så det dolda bladet lästes.
   *[other] De synliga bladen var tomma, så { $count } dolda blad lästes.
}
notice-mixed-encoding = { $count ->
    [one] Filen har två teckenuppsättningar: en rad lästes med Windows tecken. Kontrollera dess å, ä och ö.
   *[other] Filen har två teckenuppsättningar: { $count } rader lästes med Windows tecken. Kontrollera deras å, ä och ö.
}
unreadable-empty = Här finns inget att läsa. Välj en fil med åtminstone en ifylld rad.
unreadable-stopped = Läsningen avbröts. Ingenting ändrades.
unreadable-pdf = Det här är en PDF. Be om det ursprungliga kalkylbladet, eller kopiera raderna och klistra in dem här.
unreadable-document = Det här är ett dokument, inte en tabell. Kopiera tabellen ur det och klistra in den här, eller spara den som .xlsx.
unreadable-picture = Det här är en bild. Det behövs en tabell: .xlsx, .ods, .xls eller .csv.
unreadable-locked = Filen är skyddad med lösenord. Öppna den i ett kalkylprogram och spara den utan lösenord.
unreadable-broken = Filen är trasig eller avbruten. Öppna den i ett kalkylprogram och spara den på nytt som .xlsx, eller hämta den igen.
unreadable-other-workbook = Kalkylblad av det här slaget går inte att läsa. Öppna det i ett kalkylprogram och spara det som .xlsx eller .ods.
unreadable-archive = Det här är en komprimerad mapp. Packa upp den och välj tabellen i den.
unreadable-json = Det här är JSON, inte en tabell. Det behövs .xlsx, .ods, .xls eller .csv.
unreadable-markup = Det här är en webbsida eller en XML-fil. Öppna den i ett kalkylprogram och spara den som .xlsx.
unreadable-binary = Det här är varken en tabell eller text. Det behövs .xlsx, .ods, .xls eller .csv.
unreadable-bytes = Filen är för stor: högst { $most } megabyte läses. Dela upp den.
unreadable-unfolded = Tabellen är för stor när den packas upp: högst { $most } megabyte läses. Dela upp den.
unreadable-rows = Det finns för många rader: högst { $most } ifyllda rader läses. Dela upp tabellen.
unreadable-cells = Det finns för många celler: högst { $most } celler läses. Ta bort kolumner som inte behövs eller dela upp tabellen.
unreadable-cut-in-quote = Filen tar slut mitt i en cell: citattecknet på rad { $line } blir aldrig slutet. Ingenting lästes. Hämta filen igen eller rätta raden.
unwritable-cell = { $title }, { $field }: texten är längre än vad som ryms i en cell i Excel (32 767 tecken). Korta den eller exportera som CSV.
unwritable-rows = Det finns fler rader eller kolumner än vad som ryms i Excel. Exportera färre åt gången eller som CSV.

## Bringing tables in: the command line
cli-import = Importera en tabell i boken: XLSX, ODS, CSV eller TSV
cli-place-file = FIL
cli-place-columns = KOLUMNER
cli-arg-import-file = filen; - är standardinmatningen
cli-arg-import-kind = vad raderna är, till exempel personer; annars gissat av rubrikerna
cli-option-sheet = bladets namn i arbetsboken
cli-option-import-columns = vad kolumnerna är: 'Tel.=phone; 3=email; Nr='
cli-option-rejects = skriv de utelämnade raderna med orsaker i den här filen
cli-option-skip-known = lämna dem som redan finns i boken som de är
cli-option-exact-places = gissa inte felskrivna kommuner
cli-option-family-first = i hela namn står efternamnet först
import-no-sheet = Bladet ”{ $name }” finns inte. I arbetsboken finns: { $names }.
import-no-column = Kolumnen ”{ $name }” finns inte. Kolumnerna är: { $names }.
import-no-part = ”{ $name }” är inget fält. Fälten är: { $names }.
import-which-kind = Rubrikerna visar inte vad raderna är. Säg det efter filen, till exempel: personer.
import-remark = Rad { $number }, { $title }: { $remarks }
import-did = Importerat: { $new } nya, { $changed } ändrade, { $again } om samma, { $same } oförändrade, { $out } utelämnade, { $organisations } nya organisationer.
import-would = Skulle importeras: { $new } nya, { $changed } ändrade, { $again } om samma, { $same } oförändrade, { $out } utelämnade, { $organisations } nya organisationer.
import-rejects-written = De utelämnade och ofullständigt lästa raderna finns i filen { $path }.
## A person moves, a municipality merges, a season follows
command-move-person = byt arbetsplats
    .also = byter arbetsplats ny kommun flyttar
command-merge-municipality = slå ihop med en annan kommun
    .also = kommunsammanslagning slå ihop
command-next-season = börja nästa period
    .also = ny period säsong nästa år
says-stays-out = fortsätter inte
enter-do = gör så här
enter-comes = fortsätter
errand-leaving = Uppgifterna är inte klara: Ctrl-S går vidare, Esc en gång till lämnar det ogjort.
errand-missing = Det här behövs ännu.
move-title = { $name }: ny arbetsplats
move-needs-person = Välj först en person
move-done = { $who }: { $place } från { $day }.
move-unmanned = { $place } behöver en ny kontaktperson.
move-there = Där finns personen redan: { $place }. Ange en ny plats, titel eller enhet.
move-nowhere = Platsen { $place } finns inte i boken. Lägg till den först.
works-from = från { $day }: { $where }
section-former-people = tidigare här
field-merge-into = till vilken kommun
field-merge-day = från vilken dag
merge-title = { $name }: kommunsammanslagning
merge-needs-municipality = Välj först en kommun
merge-itself = { $name } kan inte slås ihop med sig själv. Välj en annan kommun.
merge-already = { $name } har redan gått upp i { $into }. Välj en annan kommun.
merge-ended = { $name } upphörde redan { $day }. Välj en tidigare dag eller en annan kommun.
merge-not-yet = { $name } finns först från { $day }. Välj en senare dag eller en annan kommun.
merge-done = { $name } går upp i { $into } { $day }.
merge-moves = Flyttas till { $into }: { $what }.
merge-stays = Blir kvar i historien för { $name }: { $what }.
merge-none = inget
merge-opts-out = { $count ->
    [one] { $into } uteblir från en period, eftersom kommunen som upphör hade meddelat det.
   *[other] { $into } uteblir från { $count } perioder, eftersom kommunen som upphör hade meddelat det.
}
merge-undo = Allt är en enda ändring: u tar den tillbaka.
merged-into = gick upp i { $into } { $day }
merges-into = går upp i { $into } { $day }
merged-here = hit hör { $name } från { $day }
municipality-ended = upphörde { $day }
count-coachings = { $count ->
    [one] 1 sparring
   *[other] { $count } sparringar
}
count-sessions = { $count ->
    [one] 1 tillställning
   *[other] { $count } tillställningar
}
count-actions = { $count ->
    [one] 1 åtgärd
   *[other] { $count } åtgärder
}
count-people = { $count ->
    [one] 1 person
   *[other] { $count } personer
}
count-seasons = { $count ->
    [one] 1 period
   *[other] { $count } perioder
}
count-others = { $count ->
    [one] 1 annan post
   *[other] { $count } andra poster
}
count-tutors = { $count ->
    [one] 1 tutor
   *[other] { $count } tutorer
}
count-rounds = { $count ->
    [one] 1 omgång
   *[other] { $count } omgångar
}
count-waiting = { $count ->
    [one] 1 kommun väntar
   *[other] { $count } kommuner väntar
}
count-unasked = { $count ->
    [one] 1 tutor inte tillfrågad
   *[other] { $count } tutorer inte tillfrågade
}
next-season-title = { $name }: nästa period
next-season-taken = Perioden { $name } (nyckel { $key }) finns redan i boken. Ange en annan nyckel.
next-season-backwards = Perioden skulle sluta innan den börjar. Kontrollera dagarna.
next-season-done = Period { $name }: { $what }.
next-season-later = s byter period.
next-season-actions = { $count ->
    [one] 1 öppen åtgärd fortsätter: den hör inte till någon period.
   *[other] { $count } öppna åtgärder fortsätter: de hör inte till någon period.
}
roll-title = { $name }: vilka tutorer fortsätter?
roll-others = { $count ->
    [0] Ingen annan följer med utan att bli tillfrågad.
    [one] 1 koordinator eller kontaktperson följer med direkt.
   *[other] { $count } koordinatorer och kontaktpersoner följer med direkt.
}
roll-gone = Inte längre kontaktpersoner: { $names }.
roll-left = slutade { $day }
roll-load = { $count ->
    [one] 1 sparring
   *[other] { $count } sparringar
}
roll-load-of = { $count }/{ $ceiling } sparringar
roll-yes = ja
roll-no = nej
roll-unasked = ?
roll-end = börja perioden: { $yes } fortsätter, { $no } inte, { $unasked } inte tillfrågade
roll-asked = Här finns ingen mer att fråga. Enter börjar perioden.
cli-move = En person byter arbetsplats: den gamla slutar, den nya börjar
cli-merge = En kommun går upp i en annan: det öppna flyttas, historien stannar
cli-next-season = Börja en period utifrån den förra
cli-place-move = --to PLATS
cli-place-merge = municipality KOMMUN into KOMMUN on DAG
cli-arg-merge = Vilken kommun, till vilken, från vilken dag: municipality Borgnäs into Borgå on 1.1.2027. Likaså kommun, till, från. Utan dag nästa 1.1.
cli-option-to = Kommunen eller organisationen som personen går till
cli-option-title = Ny titel
cli-option-unit = Ny enhet
cli-option-on = Första dagen på den nya platsen; annars i dag
cli-option-name = Periodens namn; annars det förra med året framåt
cli-option-key = Periodens nyckel; annars den förra med året framåt
cli-option-starts = Första dagen; annars ett år efter den förra
cli-option-ends = Sista dagen; annars ett år efter den förra
cli-option-without = En tutor som inte fortsätter; kan ges flera gånger. Andra fortsätter, utom de som redan slutat
cli-place-place = PLATS
cli-place-day = DAG
error-merge-words = Säg vilken kommun som går upp i vilken: kuntatutor merge municipality Borgnäs into Borgå on 1.1.2027
error-not-a-tutor = { $name } är inte tutor under { $season }. Lämna bort --without { $name }.
## Likely duplicates
command-duplicates = sök dubbletter
    .also = dubbletter slå ihop
command-take-left = ta den vänstra
    .short = vänster
command-take-right = ta den högra
    .short = höger
says-take-both = ta båda
    .short = båda
command-unite = slå ihop de här två
    .short = slå ihop
command-no = nej
says-not-same = är inte samma
    .short = olika
command-later = senare, nästa par
    .short = senare
enter-unite = slå ihop
reason-same-name = samma namn
reason-similar-name = liknande namn
reason-shorter-name = samma namn i kortare form
reason-same-email = samma e-post
reason-same-phone = samma telefon
reason-similar-address = samma början på e-posten
reason-same-site = samma webbadress
reason-same-place = samma ställe
reason-other-place = olika ställen
reason-same-title = samma namn
reason-similar-title = liknande namn
reason-same-municipality = samma kommun
field-apart = olika poster som liknar varandra
field-one = den första
field-other = den andra
duplicates-none = Inga dubbletter hittades.
duplicates-none-left = Här finns inget mer att slå ihop.
duplicates-done = { $count ->
    [0] Alla par är genomgångna. Inget slogs ihop.
    [one] Alla par är genomgångna. Ett slogs ihop. u ångrar den senaste ändringen.
   *[other] Alla par är genomgångna. { $count } slogs ihop. u ångrar den senaste ändringen.
}
duplicates-stays = blir kvar
duplicates-goes = försvinner
duplicates-same = lika i båda: { $fields }
duplicates-no-difference = Uppgifterna är desamma. Enter slår ihop.
only-one-stands = Här kan bara den ena bli kvar.
apart-told = Noterat: { $one } och { $other } är inte samma.
cli-duplicates = Lista troliga dubbletter
cli-unite = Slå ihop två poster: den första blir kvar, och den andras uppgifter och hänvisningar flyttas dit
cli-apart = Kom ihåg att två poster inte är samma
cli-place-kind-or-all = [SLAG]
cli-place-keep = BLIR-KVAR
cli-place-gone = FÖRSVINNER
cli-place-one = FÖRSTA
cli-place-other = ANDRA
cli-arg-keep = Posten som blir kvar: id eller namnets ord inom citattecken
cli-arg-gone = Posten som slås ihop med den
cli-arg-one = Posten: id eller namnets ord inom citattecken
cli-arg-other = Den andra posten
error-other-kind = { $one } och { $other } är av olika slag. Ange två poster av samma slag.
error-one-record = Båda är samma post, { $one }. Ange id för två olika poster.
error-not-united = Bara de här kan slås ihop: { $kinds }.
united = Ihopslaget. kuntatutor undo ångrar.
## Export of tables
command-export = exportera som tabell
    .also = excel csv xlsx exportera ladda ner spara
enter-write = skriv filen
export-title = exportera som tabell: { $kinds }
export-what = vad
export-format = format
export-file = fil
export-write = skriv filen
export-marked = { $count ->
    [one] { $count } markerad
   *[other] { $count } markerade
}
export-listed = { $count ->
    [one] den { $count } som syns i listan
   *[other] de { $count } som syns i listan
}
export-all = alla { $count }
export-xlsx = Excel (XLSX)
export-csv = semikolonseparerad (CSV)
export-tsv = tabbseparerad (TSV)
export-sum = rader { $rows }, kolumner { $columns }
export-columns = kolumner: { $count }/{ $all }
export-id-why = hittar rätt post vid import
export-empty = tom i alla
export-existing = Filen finns redan
export-replace = ersätt den gamla
export-other-name = ge ett annat namn
export-no-columns = Markera först minst en kolumn
export-mark-columns = Mellanslag markerar kolumner
export-done = Filen är klar: { $path }
export-exists = { $path } finns redan. Inget skrevs.
export-name = ”{ $path }” duger inte: ge ett filnamn som inte börjar med - eller .
export-of-book = { $path } är bokens egen fil. Ge ett annat namn.
export-no-directory = Katalogen finns inte: { $path }. Kontrollera sökvägen.
export-not-regular = { $path } är en länk, en katalog eller något annat än en vanlig fil. Ge ett annat namn.
export-full = Utrymmet tog slut, så { $path } skrevs inte. Frigör utrymme eller välj en annan plats.
export-denied = Dina rättigheter räcker inte: { $path } skrevs inte. Välj en annan plats.
export-failed = { $path } kunde inte skrivas: { $words }
nothing-to-export = Här finns inget att exportera än

## All addresses
addresses-count = { $count ->
    [one] { $count } adress
   *[other] { $count } adresser
}
addresses-without = utan adress: { $names }
addresses-wrong = ogiltig adress: { $names }
names-and-more = { $names } och { $count } till

## Command line: tables and addresses
cli-export = Skriv poster av ett slag som en tabell: CSV, TSV eller XLSX
cli-place-export = SLAG FIL [ORD]
cli-place-format = FORMAT
cli-arg-file = Filen, till exempel personer.xlsx; - skriver ut
cli-option-columns = Kolumner skilda med komma, enligt fältets nyckel eller rubrik: id,efternamn,telefon
cli-option-format = csv, tsv eller xlsx, om filändelsen inte säger det
cli-option-force = Ersätt filen om den redan finns
cli-option-emails = Skriv bara ut e-postadresserna på en rad
export-told = { $path }: rader { $rows }, kolumner { $columns }
export-would = Så här skulle skrivas: { $path }, rader { $rows }, kolumner { $columns }
error-export-exists = { $path } finns redan. Ge ett annat namn eller ersätt den med --force.
error-export-format = Ändelsen på ”{ $path }” visar inget format: ge .csv, .tsv eller .xlsx, eller nämn det med --format.
error-export-stdout = Som utskrift (-) går csv och tsv utan --json. Ge en fil åt en xlsx-tabell.
error-export-column = Det finns ingen kolumn ”{ $column }”. Kolumnerna är: { $columns }.
error-export-empty = Det finns inga poster av det här slaget än, så inget skrevs.
import-rejects-label = { $count ->
    [one] 1 rad lästes inte helt
   *[other] { $count } rader lästes inte helt
}
import-rejects-not = fortsätt
import-rejects-do = skriv raderna och orsakerna i en fil
import-beyond = Cellen har ingen rubrik: ”{ $text }” läggs i tilläggsuppgifterna.
import-no-season = En roll utan känd period.
import-fate-unwanted = importeras inte
import-leave-out = lämna bort
import-somebody-else = en annan person
import-rows-only = Raderna ser du med Tab.
import-not-about-anybody = Raden är redan sin egen.
import-done-asks = Importerat: { $new } nya, { $changed } uppdaterade, { $out } utelämnade.
import-nothing-taken = Ingen rad kunde importeras. Kontrollera vad kolumnerna är.
import-pairs-label = { $count ->
    [one] 1 par ser ut att vara samma
   *[other] { $count } par ser ut att vara samma
}
import-pairs-look = se på paren nu
import-pairs-later = senare
import-pairs-later-beside = kommando: sök dubbletter

## What time brings, and days that cannot be
move-begun = Arbetsplatsen { $place } börjar { $day }, så flytten måste ske efter det. Ange en senare dag eller redigera personens arbetsplatser.
move-then = Det varar till { $last }: { $place } är avtalat från { $day }.
export-needs-list = Öppna först en lista, t.ex. personerna
standing-merged = gick upp i: { $into }
standing-ended = upphört
roll-passed-over = { $count ->
    [one] 1 tutor har inte tillfrågats. Ctrl-S igen lämnar bort hen.
   *[other] { $count } tutorer har inte tillfrågats. Ctrl-S igen lämnar bort dem.
}
next-season-untutored = { $count ->
    [one] { $places } blir kvar som tutorkommun utan tutor.
   *[other] Blir kvar som tutorkommuner utan tutor: { $places }.
}
import-spelt = ”{ $held }” är ”{ $text }”, som i e-posten.
paths-mappings = importerade tabellers kolumner
next-season-overlaps = Perioden { $name } pågår till { $day }. Ange en senare första dag för den nya perioden.
next-season-past = Den här perioden är redan över.
field-merger-told = sammanslagningen antecknad
merge-past = { $day } har redan varit: avslutade perioder förblir som de är.
merge-running = Dagen infaller under perioden { $name }: dess tutorkommuner och målkommuner förblir som de är, men det som är öppet flyttas.
import-unknown-id = Id:t finns inte i den här boken: raden blir en ny.
import-stays = { $why } Boken förblir här som den är.
move-ended = Avslutades: { $places }.

## Planning: commands and fields
command-who = vilka kunde åka
    .short = vilka?
    .also = tutorer föreslå who
command-when = när passar det
    .short = när?
    .also = tid förfrågan dag when poll
command-day-later = en dag senare
    .short = senare
command-day-earlier = en dag tidigare
    .short = tidigare
command-day-before = föregående dag
    .short = föregående
command-day-after = följande dag
    .short = följande
command-template = använd en mall
    .short = mall
    .also = program checklista template
command-propose = föreslå periodens sparringar
    .short = föreslå
    .also = planera perioden plan propose
command-clashes = krockar och motstridigheter
    .also = dubbelbokning clashes
command-mine = bara mina / alla
    .short = mina / alla
command-requests = önskemål
command-agenda = tidsordning
command-month = månad
    .also = kalender
command-coverage = täckning
command-load = belastning
field-sending = utan namn (tutorkommun)
field-tasks = att komma ihåg
field-days-before = dagar före
field-days-after = dagar efter
field-travel-default = övriga resor
choice-level-off = säger inget
choice-level-note = nämner
choice-act-plan = planerat
cli-today = Visa vad som nu behöver någon som tar tag i det
cli-clashes = Lista krockar och motstridigheter
cli-coverage = Visa hur kommunerna har nåtts
cli-load = Visa tutorernas belastning
cli-plan = Föreslå sparringar för kommuner som perioden inte har nått
cli-place-season = PERIOD
cli-place-plan = propose
cli-option-season = periodens nyckel eller namn; annars den aktuella
cli-option-mine = bara egna ärenden
cli-option-accept = för in förslaget i boken
cli-arg-propose = visa förslaget

## Plan: views
view-month = månad
view-coverage = täckning
view-load = belastning
empty-coverage = Perioden har inga kommuner att nå.
empty-load = Perioden har inga tutorer än. Tutorns roll ges åt en person.
plan-group = {$group} · {$count}
plan-no-date = datum saknas
plan-week = v. {$week} · {$from}–{$until}
month-week = v.
month-nothing = Inga tillställningar den här dagen.
month-away = {$who} borta
month-for = vald: {$what}
month-next = nästa tillställning
month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
load-nobody-named = (ingen namngiven)
load-who = tutor
load-place = kommun
load-bar = belastning
load-count = antal
load-hours = arbetstid
load-whom = sparrar
load-of = {$taken} / {$most}
load-left = inte längre med
load-away = borta till {$until}
no-day-to-move = Här finns ingen dag att flytta.
day-now = {$what}: nu {$day} (u ångrar)
month-one = Dagen har högst en tillställning.
## Requests and Today

entry-no-round = Det finns ingen omgång ”{ $text }”. Omgångarna är { $rounds }.
entry-no-rounds = Ingen period har ännu sparringomgångar. Lägg först till en omgång i perioden.
round-places-left = { $count ->
    [0] fullt
    [one] 1 plats kvar
   *[other] { $count } platser kvar
}
## Steps, inheritance, templates
no-template = I boken finns ingen mall för en sådan tillställning.
template-label = Mall: { $what }
template-beside = { $items ->
        [one] en programpunkt
       *[other] { $items } programpunkter
    }, { $tasks } att komma ihåg
template-nothing = Mallen har inget som ännu saknas här.
template-taken = Från mallen kom { $items ->
        [one] en programpunkt
       *[other] { $items } programpunkter
    } och { $tasks } att komma ihåg.
followed-under-way = Sparringen { $what } pågår nu.
followed-sessions = Samtidigt ändrades { $count ->
        [one] en kommande tillställning
       *[other] { $count } kommande tillställningar
    }.
## Coverage and load
stage-never = inte tillfrågad än
stage-not-now = inte nu
stage-waiting = i kö
stage-asked = önskad
stage-offered = erbjuden
stage-planned = planeras
stage-held = genomförd
stage-feedback-in = respons har kommit
stage-opted-out = deltar inte
coverage-sums = Perioden { $season }: av { $targets } målkommuner nådda { $reached }, på gång { $way }, kvar { $left }.
coverage-none = Perioden har inga målkommuner. Lägg till kommuner i boken eller perioden.
coverage-never = aldrig
coverage-never-known = aldrig, så vitt man vet
coverage-next = nästa { $day }
coverage-stage-since = { $stage } ({ $day })
load-none = Perioden { $season } har inga tutorer. Ge någon rollen tutor eller lägg till en tutorkommun i perioden.
load-unnamed = tutorkommun, ingen namngiven tutor
load-full = fullt
coverage-never-short-known = inte känt
coverage-remark = nådda {$reached}/{$targets}
coverage-municipality = kommun
coverage-last = nådd
coverage-planned = bokad
coverage-stage = skede
coverage-feedback = respons
coverage-then = härnäst
## Who could go, and where
match-theme = temat { $names }
match-themes-both = båda temana
match-themes-all = alla { $count } teman
match-themes-some = { $count }/{ $of } teman: { $names }
match-theme-one = samma tema
match-themes-count = { $count }/{ $of } teman
match-speaks-finnish = talar finska
match-speaks-swedish = talar svenska
match-speaks-english = talar engelska
match-free-day = ledig den dagen
match-free-week = ledig den veckan
match-free-longer = ledig hela tiden
match-never-met = ny bekantskap
match-coached = sparrade dem { $season }
match-knows = bekant sedan tidigare
match-neighbour = granne
match-similar-size = lika stor kommun
match-same-class = kommun av samma typ
match-ask-office = fråga kommunen
match-asked =
    { $count ->
        [0] önskade i dag
        [one] har väntat en dag
       *[other] har väntat { $count } dagar
    }
match-never-reached = aldrig nådd
match-own = egen kommun
match-left = slutade { $day }
match-absent = borta { $days }
match-absent-why = borta { $days } ({ $why })
match-full = högsta antalet { $count } är fullt
match-booked = samtidigt: { $session }
match-no-finnish = talar inte finska
match-no-swedish = talar inte svenska
match-no-english = talar inte engelska
match-no-contact = inga kontaktuppgifter

## When, and the poll of days
day-tutors-free =
    { $count ->
        [one] tutorn är ledig
       *[other] alla tutorer är lediga
    }
day-contacts-free =
    { $count ->
        [one] kontaktpersonen är ledig
       *[other] kontaktpersonerna är lediga
    }
day-quiet-week = kommunen har inget annat den veckan
day-planned-week = under den överenskomna veckan
day-in-round = under omgången
day-away = { $who } borta { $days }
day-away-why = { $who } borta { $days } ({ $why })
day-left = { $who } har slutat
day-booked = { $who }: samma dag { $session }
day-not-agreed = utanför den överenskomna tiden
day-outside-season = utanför perioden
day-past = har redan varit
poll-suits-all = passar alla
poll-suits = alla kan komma
poll-no = passar inte: { $names }
poll-if-needed = vid behov: { $names }
poll-missing = inget svar: { $names }
poll-no-name = Vem svarade? Skriv namnet först: Borgnäs: A, C
poll-no-day = Vilka dagar passar? Skriv bokstäverna efter namnet: Borgnäs: A, C
poll-no-such-day = Dagen { $letter } finns inte i förfrågan.
poll-unknown = Ingen hittas med namnet { $name }. Lägg först till personen.
poll-several = Vem av dessa: { $names }?
poll-mail-hello = Hej!
poll-mail-ask = Vi söker en gemensam tid. Vilka av dessa passar er?
poll-mail-at = { $day } kl. { $time }
poll-mail-remote = Vi träffas på distans.
poll-mail-place = Plats: { $place }
poll-mail-answer = Svara med bokstäver, till exempel A, C. Sätt inom parentes en tid som går vid behov: (B). Berätta också om ingen av tiderna passar.
poll-mail-thanks = Tack!
request-waits = { $round } är full, så { $municipality } står i kö.
days-ago = { $days ->
    [0] i dag
    [1] i går
   *[other] för { $days } dagar sedan
}
asked-days-ago = { $days ->
    [0] önskad i dag
    [1] önskad i går
   *[other] önskad för { $days } dagar sedan
}
## Holidays, clashes and what is missing
holiday-new-year = nyårsdagen
holiday-epiphany = trettondagen
holiday-good-friday = långfredagen
holiday-easter-sunday = påskdagen
holiday-easter-monday = annandag påsk
holiday-may-day = första maj
holiday-ascension = Kristi himmelsfärdsdag
holiday-whitsun = pingstdagen
holiday-midsummer-eve = midsommarafton
holiday-midsummer = midsommardagen
holiday-all-saints = alla helgons dag
holiday-independence = självständighetsdagen
holiday-christmas-eve = julafton
holiday-christmas = juldagen
holiday-boxing-day = annandag jul
sunday = söndag
clash-of = { $subject }: { $remark }
clash-tutor-twice = { $party } är redan kl. { $when } på tillställningen ”{ $other }”. Flytta den ena eller välj en annan tutor.
clash-speaker-twice = { $party } är samtidigt (kl. { $when }) på tillställningen ”{ $other }”. Flytta den ena eller fråga någon annan.
clash-contact-twice = Kontaktpersonen { $party } är samtidigt (kl. { $when }) på tillställningen ”{ $other }”. Flytta den ena eller bjud in någon annan.
clash-travel = { $party } är samma dag kl. { $when } på tillställningen ”{ $other }”: resan tar { $much } och tiden emellan är { $most }. Flytta den ena eller håll den på distans.
clash-away = { $party } är borta { $days }{ $why }. Flytta tidpunkten eller välj någon annan.
clash-left = { $party } är med bara en tid till (till och med { $from }). Välj någon annan.
clash-ceiling = { $party } skulle få { $much } sparringar, och högst { $most } är överenskomna. Välj en annan tutor eller kom överens om ett nytt högsta antal.
clash-own-municipality = { $party } skulle sparra sin egen kommun ({ $other }). Välj en tutor från en annan kommun.
clash-own-office = { $party } skulle sparra sig själv. Välj en tutor från en annan kommun.
clash-municipality-twice = { $party } är samma dag också med på tillställningen ”{ $other }”. Flytta den ena till en annan dag.
clash-ends-before = Den sista dagen { $until } är före den första ({ $day }). Rätta den ena.
clash-hour-skipped = Klockslaget { $time } finns inte { $day }, eftersom klockorna ställs fram. Välj en annan tid.
clash-hour-repeated = Klockslaget { $time } kommer två gånger { $day }, eftersom klockorna ställs tillbaka. Välj en annan tid.
clash-free-day = { $day } är { $free }. Flytta till en annan dag.
clash-season = { $day } ligger utanför perioden { $party } ({ $days }). Flytta tidpunkten eller byt period.
clash-round = { $day } ligger utanför omgången ”{ $words }” ({ $days }). Flytta tidpunkten eller byt omgång.
clash-round-full = Omgången ”{ $words }” har { $most } platser, och det skulle bli { $much } kommuner. Byt omgång eller ställ i kö.
clash-programme = Programmet tar { $much }, men tillställningen bara { $most }. Förkorta programmet eller förläng tillställningen.
clash-removed = Ur boken har tagits bort: { $kind } ({ $id }), som nämns här. Ta bort hänvisningen eller välj något annat.
clash-same-day = { $party } är samma dag också på tillställningen ”{ $other }”. Anteckna klockslagen, så syns det om de krockar.
clash-midnight = Tillställningen fortsätter efter midnatt (kl. { $times }). Kontrollera början och längden.
clash-saturday = { $day } är en lördag. Flytta till en vardag, om lördagen inte är avtalad.
clash-no-place = Man träffas på plats, men platsen saknas. Lägg till platsen.
clash-no-link = Man deltar på distans, men länken saknas. Lägg till länken.
gap-not-marked = hölls den?
gap-unanswered = väntar på svar
gap-tutor-leaves = tutorn slutar mitt i
gap-no-tutor = tutor saknas
gap-only-office = tutorn ej utsedd
gap-speaker-declined = talare tackade nej
gap-no-place = plats saknas
gap-no-link = länk saknas
gap-no-host = tekniskt ansvarig saknas
gap-task-overdue = att minnas: försenat
gap-material-overdue = material försenat
gap-no-session = träff inte avtalad
gap-speaker-not-asked = talare inte tillfrågad
gap-speaker-unconfirmed = talare inte bekräftad
gap-no-contact-person = kontaktperson saknas
gap-no-reply = kommunen har inte svarat
gap-no-time = klockslag saknas
gap-no-attendance = deltagare ej antecknade
gap-no-feedback = respons saknas
gap-no-hours = timmar ej antecknade

## Who and when: dialogs
who-title = Vilka kunde åka: { $what }
who-title-plain = Vilka kunde åka?
who-next-title = Vart härnäst: { $who }
who-chosen = { $what }: { $names }. u ångrar.
who-nobody = { $what }: ingen tutor. u ångrar.
who-no-tutors = Perioden har inga tutorer. Ge en person rollen tutor eller perioden en tutorkommun.
who-no-places = Alla kommuner under perioden har redan en tutor eller är nådda.
who-no-tutor = Personen är inte tutor under perioden
who-needs = Fråga om en sparring, en tillställning, en kommun eller en tutor
says-choose-more = välj flera
enter-choose-marked = välj de markerade
when-title = När passar det: { $what }
when-no-tutor = ingen tutor
when-way = resan tar { $length }
when-week = v. { $week }
when-no-days = Under den tiden finns ingen vardag.
when-no-stretch = Jag förstod inte tiden. Till exempel 1.12.–18.12. eller v. 49–51.
when-stretch = tid:
when-stretch-hint = 1.12.–18.12. eller v. 49–51
when-over = Har redan hållits eller ställts in
when-needs = Fråga om en sparring, en tillställning eller en kommun som har en sparring
says-slot = som förslag
says-poll = förfrågan
says-stretch = tid
enter-day = välj dagen
enter-answer = anteckna svaret
poll-made =
    { $count ->
        [one] En dag föreslås. Kopiera brevet, skicka det och anteckna svaren här.
       *[other] { $count } dagar föreslås. Kopiera brevet, skicka det och anteckna svaren här.
    }
poll-title = Tidsförfrågan: { $what }
poll-answer = svar:
poll-hint = { $name }: A, (C)
poll-answers = { $count }/{ $of } har svarat
poll-answered = { $who }: { $letters }
poll-answered-none = { $who }: ingen av dem
poll-no-date = Det här förslaget har ingen dag.
says-copy-letter = brevet
says-more-days = fler dagar
copied-letter = brevet
requests-week = v. {$week}
requests-places = {$round}: {$count ->
    [one] {$count} plats kvar
   *[other] {$count} platser kvar
}
remark-asked-already = { $municipality } är redan med under perioden { $season } ({ $status }).
remark-places-left =
    { $count ->
        [one] Omgången har en plats kvar.
       *[other] Omgången har { $count } platser kvar.
    }
remark-coached-before = { $municipality } fick sparring också { $season }{ $by }.
change-clashes =
    { $count ->
        [one] en anmärkning (: krockar)
       *[other] { $count } anmärkningar (: krockar)
    }

## The work sheet of a session
clock-span = kl. { $from }–{ $to }
clock-from = kl. { $from }
programme-over = { $length } för långt
empty-fields = ännu tomt
nobody-yet = ingen ännu
overdue = försenat
material-promised-by = utlovat av { $who }
material-asked-by = önskat av { $who }
material-received = kom { $day }
material-sent = skickat { $day }
material-not-shared = får inte delas
checklist-done = gjort { $done }/{ $count }
totals-registered = anmälda
totals-present = på plats
count-participants = { $count ->
        [one] { $number } person
       *[other] { $number } personer
    }
count-from-municipalities = { $count ->
        [one] { $number } kommun
       *[other] { $number } kommuner
    }
by-rows = på raderna sammanlagt { $counts }
at-least = minst { $counts }
invitation-changed = ändrad { $count ->
        [one] en gång
       *[other] { $count } gånger
    }
mark-asked = märk som tillfrågad
mark-confirmed = märk som bekräftad
mark-declined = tackade nej
mark-received = kom i dag
mark-sent = skickades i dag
mark-done = märk som gjord
mark-undone = öppna igen
row-programme = programpunkt
row-speakers = talare
row-materials = material
row-checklist = att komma ihåg
row-presence = deltagande kommun
row-hours = en tutors timmar
row-candidates = föreslagen tid
row-invited = inbjuden
grid-leaving = Talen är inte klara: Ctrl-S sparar, Esc igen lämnar dem.

## Planning the season
blocked-no-tutors = Perioden har inga tutorer.
blocked-season-over = Perioden är slut.
blocked-no-weeks = Perioden har inga veckor kvar att börja på.
blocked-said-no = Kommunen har tackat nej.
blocked-round-over = Omgången { $round } har inga veckor kvar.
blocked-week-outside = Den avtalade veckan { $week } ligger utanför perioden eller omgången.
blocked-all-left = Alla tutorer har slutat.
blocked-only-from-there = Det finns bara tutorer från kommunen själv.
blocked-all-at-ceiling = Alla tutorer från andra kommuner har redan sitt högsta antal.
blocked-rounds-full = { $count ->
    [one] Omgången { $rounds } är full.
   *[other] Omgångarna är fulla: { $rounds }.
}
blocked-all-away = Alla tutorer är borta veckorna { $first }–{ $last }.
blocked-nobody-then = Ingen kan den avtalade veckan { $week }.
blocked-own-tutors-away = Kommunens egna tutorer har ingen ledig vecka.
blocked-no-free-week = Andra har tagit tutorernas lediga veckor.
clashes-title = Krockar under perioden { $season }
clashes-none = Perioden har inga krockar.

## Today, complete

today-now = nu
today-waiting = väntar på svar
today-after = efter tillställningen
today-late = försenat
today-ready = klart
today-asked = önskad
today-room = i kö, omgången har plats nu
today-offered = erbjuden, inget svar; fråga på nytt?
today-not-marked = hölls tillställningen?
today-wants-contact = önskar bli kontaktad
today-promised = { $who } har lovat
today-mine = egna
today-all = alla
today-who = Berätta först vem du är: tryck på : och skriv vem
today-who-file = Inställningarna berättar inte vem du är: lägg till me = "personens id" i config.toml.
enter-there = gå dit
figure-reached = { $reached }/{ $targets } nådda
figure-reached-known = minst { $reached }/{ $targets } nådda
figure-asked = { $count } väntar
figure-answers = { $given }/{ $expected } svar
figure-late = { $count ->
    [one] 1 åtgärd försenad
   *[other] { $count } åtgärder försenade
}
propose-blocked = { $name }: { $why }
propose-done = { $count ->
    [one] En sparring planerad och märkt som erbjuden.
   *[other] { $count } sparringar planerade och märkta som erbjudna.
}
propose-nothing = Perioden { $season } har inga kommuner kvar att föreslå sparring för.
propose-sums = Perioden { $season }: förslag för { $placed } kommuner, utan blir { $blocked }.
propose-unproven = Det kan finnas ett bättre förslag: alternativen är för många att gå igenom.
propose-week = v. { $week } ({ $day })
propose-week-short = v. { $week }
propose-title = Förslag för perioden { $season }
propose-counts = Med i förslaget { $placed }{ $out ->
    [0] { "" }
   *[other] , åt sidan { $out }
}{ $blocked ->
    [0] { "" }
   *[other] , utan plats { $blocked }
}.
propose-undated = Ge omgångarna datum så hamnar veckorna rätt.
propose-progress = Räknar… { $percent } %
propose-wait = Förslaget räknas fram. Esc avbryter.
propose-not-yet = Förslaget räknas ännu fram.
propose-none-in = Ingen kommun är med i förslaget. Mellanslag tar med en rad.
propose-no-place = För den här kommunen hittades ingen plats, därför kan den inte tas med.
says-out-or-in = åt sidan / med
enter-accept = för in i boken
remark-still-planned = { $what } ({ $day }) är fortfarande planerad. Ställ in eller flytta den också.
remark-held-ahead = { $day } har inte varit än. Har tillställningen redan hållits?
coaching-has-days = Sparringen har redan en tillställning: flytta den.

## Clash rules by name
choice-clash-rule-tutor-twice = tutor i två tillställningar
choice-clash-rule-speaker-twice = talare i två tillställningar
choice-clash-rule-contact-twice = kontaktperson i två tillställningar
choice-clash-rule-travel = resan hinns inte
choice-clash-rule-away = tutor borta
choice-clash-rule-left = tutor inte längre med
choice-clash-rule-ceiling = tutorns högsta antal
choice-clash-rule-own-municipality = tutor i egen kommun
choice-clash-rule-municipality-twice = kommunen två gånger samma dag
choice-clash-rule-ends-before = slutar före början
choice-clash-rule-hour-skipped = klockslaget finns inte (sommartid)
choice-clash-rule-free-day = söndag eller helgdag
choice-clash-rule-season = utanför perioden
choice-clash-rule-round = utanför omgången
choice-clash-rule-round-full = omgången full
choice-clash-rule-programme = programmet längre än tillställningen
choice-clash-rule-removed = borttaget ur boken
choice-clash-rule-same-day = samma dag utan klockslag
choice-clash-rule-hour-repeated = klockslaget finns två gånger (vintertid)
choice-clash-rule-midnight = över midnatt
choice-clash-rule-saturday = lördag
choice-clash-rule-no-place = plats saknas
choice-clash-rule-no-link = länk saknas

## From feedback to report: words of the tables
choice-answering-contact = ja eller nej, önskar kontakt
choice-answering-comment = i ord, och får det citeras
choice-template-kind-actions = en serie åtgärder
choice-act-chain = åtgärder överenskomna
choice-act-handover = överlämnat
field-months-after = månader efter
field-against = motsvarar frågan på den andra blanketten
command-act = överenskommen åtgärd
command-chain = åtgärdsserie från mall
command-report = periodrapport
    .also = rapport statistik siffror finansiär
command-handover = överlämningspromemoria
    .also = överlämning introduktion efterträdare
command-signing-list = deltagarlista
    .also = underskrift namnlista närvaro
command-day-sheet = dagens sammanställning
    .also = dagsblad program
command-closing-event = program för avslutningen
    .also = slutseminarium avslutning

## Svar i responsen

answer-cannot-say = kan inte säga
answer-planned = planeras
answer-started = påbörjat
answer-in-use = i bruk

## Papers of a session
paper-signing-title = Deltagarlista: { $what }
paper-day-title = Sammanställning: { $what }
paper-made = Sammanställt { $day }. Endast för arrangörerna.
paper-signature = underskrift
paper-present = närvarande
paper-host = teknisk hjälp
paper-who-comes = vilka som kommer
paper-not-named = (inte utsedd ännu)
paper-role = uppgift
paper-from = varifrån
paper-what = vad
paper-speakers = vem
paper-not-asked = inte tillfrågad ännu
paper-until = senast { $day }
paper-not-here = har inte kommit ännu
paper-wished = vad som önskades
paper-written = Skrivet: { $path }
paper-would = Skulle skrivas: { $path }
cli-signing-list = Tillställningens deltagarlista för underskrifter
cli-day-sheet = Tillställningens sammanställning: vem, var, när och vad som är ogjort
cli-place-session = TILLSTÄLLNING
cli-arg-session = Tillställningen: id eller ord ur dess namn
cli-option-as = Format: text, markdown, html eller csv
cli-option-output = Skriv till en fil; formatet enligt filens namn
## Actions and practices
act-needs = Välj en kommun, en sparring, en tillställning, respons eller en anteckning att komma överens om något från.
no-chain = Det finns ingen mall för åtgärdsserier i boken. Lägg till en: :bok, Mallar.
chain-beside = { $count ->
    [one] 1 åtgärd
   *[other] { $count } åtgärder
}
chain-nothing = Åtgärderna i serien är redan överenskomna.
chain-taken = { $count ->
    [one] En åtgärd överenskommen: { $days }.
   *[other] { $count } åtgärder överenskomna: { $days }.
}
action-call = Ta kontakt: { $name }
actions-done = { $done }/{ $all } gjorda
actions-by-day = tidpunkt
actions-by-owner = ansvarig
actions-by-municipality = kommun
actions-overdue = Försenade
actions-this-month = Den här månaden
actions-later = Senare
actions-no-day = Utan dag
actions-are-done = Gjorda
actions-dropped = Lämnade ogjorda
actions-no-owner = Ingen ansvarig
actions-no-municipality = Ingen kommun
shelf-mine = bara mina
shelf-none-mine = Du har inget här. M visar alla.
practices-by-theme = tema
practices-by-municipality = kommun
practices-by-uptake = i bruk
practices-no-theme = Utan tema
practices-no-municipality = Ingen kommun
practice-uptakes = { $count ->
    [one] i 1 kommun
   *[other] i { $count } kommuner
}
practice-taken-up-key = tagen i bruk
practice-taken-up = { $name } tog praxisen i bruk, från { $day }.
practice-has-taken-up = { $name } är redan antecknad som användare av praxisen.
take-up-title = Vem tog i bruk: { $name }
peers-title = Vem kan man fråga: { $themes }
peers-context = Den bästa först. y p kopierar telefonnumret.
peers-none = Ingen har ännu berättat om det här temat. Anteckna tutorernas teman hos personerna eller lägg till en god praxis.
peers-no-theme = Det finns inget tema att fråga om. Lägg till ett (e).
peer-practises = har praxisen ”{ $practice }”
peer-practises-taken = har praxisen ”{ $practice }”, som { $count ->
    [one] en kommun har tagit
   *[other] { $count } kommuner har tagit
} i bruk
peer-helps = tutor under perioden: { $themes }
peer-helped = har varit tutor: { $themes }
peer-took-up = tog i bruk praxisen ”{ $practice }”
peer-took-up-since = tog i bruk praxisen ”{ $practice }” ({ $day })
peer-coached = har fått sparring om temat { $theme }
practice-in-use = { $title } (tagen i bruk)
practice-in-use-since = { $title } (i bruk från { $day })
paper-municipality = kommun eller organisation
copied-paper = pappret
says-copy-paper = kopiera hela texten
says-next-language = annat språk
enter-to-file = till fil
paper-html = HTML: webbläsare, skrivare, ordbehandling
paper-markdown = Markdown: text med märken
paper-text = bara text
paper-csv = CSV: tabell
paper-needs-session = Välj först en tillställning
cli-peers = Visa vem man kan fråga om ett tema
cli-arg-theme = Tema, god praxis eller kommun: id eller ord ur namnet
## Responsblanketter

enter-already = { $who } har redan svarat ({ $day }).
enter-cancelled = { $what } ställdes in, så ingen respons tas emot.
enter-change-it = Ändra den givna responsen
enter-extra = Övrigt svar: { $question }
enter-hint-municipality = Skriv början av kommunens namn. Tomt: kommunen finns inte i listan eller är okänd.
enter-hint-tutor = Namnet stannar inte i responsen: timmarna hör till träffen.
enter-hours-where = Timmarna hör till en viss träff: öppna blanketten där.
enter-kept = Sparat: { $what }
enter-kept-of = Sparat: { $what } · { $given }/{ $expected } svar
enter-nothing = Formuläret har inga svar ännu.
enter-nothing-held = Det finns ännu inga träffar att ge respons på.
enter-no-questionnaire = Boken har ingen blankett som passar här. Blanketterna finns i bokens uppgifter (: och bok).
enter-not-held-yet = Träffen har inte hållits ännu. Responsen kan ändå skrivas in; den räknas när träffen är märkt som hållen.
enter-not-listed = inte i listan
enter-not-marked = Träffen är inte märkt som hållen. Responsen räknas när den är det.
enter-number = blankett { $number }
enter-off-agreement = { $typed } finns inte på skalan: svara 1–5 eller - (kan inte säga).
enter-off-change = { $typed } är inget alternativ: 1 nej, 2 planeras, 3 påbörjat, 4 i bruk, - kan inte säga.
enter-off-recommend = { $typed } finns inte på skalan: svara 0–10 och Enter, x är tio, - kan inte säga.
enter-off-yes-no = { $typed } är inget svar: j ja, n nej.
enter-one-more = Skriv in en respons till från samma kommun
enter-paste-nowhere = Här svarar man med en tangent: klistra in text i ett öppet svar.
enter-scale-agreement = 1 helt av annan åsikt – 5 helt av samma åsikt · - kan inte säga
enter-scale-change = 1 nej · 2 planeras · 3 påbörjat · 4 i bruk · - kan inte säga
enter-scale-contact = j ja · n nej
enter-scale-hours = Förberedelse, träff och resor på samma rad: 1 2 0,5 eller 1 h 30 min / 2 h / 30 min.
enter-scale-recommend = 0 inte alls – 10 mycket sannolikt · Enter · x = 10 · - kan inte säga
enter-scale-words = Med egna ord; Enter går vidare, Alt-Enter börjar en ny rad.
enter-scale-yes-no = j ja · n nej · - kan inte säga
enter-stop = sluta
enter-voice-receiving = kommunens blankett
    .short = som kommun
enter-voice-stays = Rösten i en given respons ändras inte.
enter-voice-tutor = tutorns blankett
    .short = som tutor
enter-which = Vilken träff gäller det?
enter-whose-hours = Vems timmar? Välj tutor.
## Answers of forms brought in

answers-no-subject = Berätta vilken tillställning eller sparring svaren gäller.
answers-say-about = Till exempel: --about avslutningswebbinarium
answers-gone = I boken finns inte { $about }, som svaren skulle gälla.
answers-cancelled = { $about } är inställd: respons på den kan inte hämtas in.
answers-not-held = { $about } hålls först { $day }: respons på den kan inte hämtas in ännu.
answers-no-voice = Berätta vems röst svaren är: den deltagande kommunens eller tutorns.
answers-no-question = Ingen kolumn svarar på enkätens frågor. Välj en enkät eller berätta vad kolumnerna är.
answers-no-rows = Formuläret har bara rubriker, inte ett enda svar.
answers-no-form = Tabellen är inte svar på en blankett: --about, --questionnaire, --voice, --scale och --form gäller bara sådana.
answers-no-questionnaire = Enkäten ”{ $name }” finns inte. Enkäterna är: { $names }.
answers-no-scale = ”{ $text }” är ingen skala. Skriv den så här: 1-7, eller 5-1 om 1 är helt av samma åsikt.
answers-which-voice = ”{ $text }” är ingen röst. Skriv receiving (deltagande kommun) eller tutor.
answers-id-twice = Samma svars-id finns redan på rad { $line }.
answers-elsewhere = Samma svar finns redan i boken och gäller något annat: { $about }.
answers-says-nothing = Raden har inget svar.
answers-off-scale = { $heading }: ”{ $text }” finns inte på skalan ({ $scale }).
answers-twice = { $heading }: en annan kolumn svarar annorlunda på samma fråga.
answers-no-day = { $heading }: ”{ $text }” duger inte som dag, så responsens dag lämnas öppen.
answers-kept = { $heading }: ”{ $text }” blir ett extra svar.
answers-both-changed = Svaret har ändrats både i blanketten och i boken: boken står fast.
answers-scale-own = 1–5, 5 = helt av samma åsikt
answers-scale-turned = 5–1, 1 = helt av samma åsikt
answers-scale-range = { $low }–{ $high }, hämtas som närmaste av 1–5
answers-scale-unnamed = en annan skala: lämnas bort tills skalan är namngiven
answers-told = Formuläret ”{ $form }”: gäller { $about }, enkät { $questionnaire }, röst { $voice }.
answers-told-personal = Bortlämnat: { $names } (vem som svarade)
answers-told-aside = Hämtas inte: { $names }
answers-told-extra = Som extra svar: { $names }
answers-told-unnamed = Svaren är på en annan skala än frågan, kolumnen lämnas bort: { $names }. Namnge skalan, till exempel --scale 1-7.
answers-told-fresh = Nya kolumner sedan sist: { $names }
answers-told-missed = Kolumner som inte längre finns, tidigare svar står kvar: { $names }
answers-told-near = ”{ $heading }” läses som frågan ”{ $question }”.
answers-told-scale = Skala { $scale }: { $names }
answers-means-extra = extra svar
answers-about = Gäller
answers-questionnaire = Enkät
answers-voice = Röst
answers-form = Formulär
answers-unsaid = inte vald än
cli-option-answers-about = blankettens svar gäller den här tillställningen eller sparringen
cli-option-answers-questionnaire = vilken enkät blanketten ställer; annars gissad av frågorna
cli-option-answers-voice = vems röst: receiving eller tutor; annars enkätens egen
cli-option-answers-scale = på vilken skala påståendenas siffror är, till exempel 1-7, eller 5-1 omvänt
cli-option-answers-form = blankettens namn, som samma svar känns igen på; annars filens namn
cli-place-scale = SKALA
## Att läsa respons

answers-cannot-say = { $count } kan inte säga
answers-differ = Kommunerna och tutorerna ser detta olika: medeltalen skiljer sig minst ett steg.
answers-few = under { $least } svar: fördelningen visas inte
answers-few-recommend = under { $least } svar: rekommendationstalet visas inte
answers-forms =
    { $count ->
        [0] ingen respons ännu
       *[other] { $count } responser
    }
answers-mean = medel { $mean }
answers-median = median { $median }
answers-n = { $count } svar
answers-outside = { $count } utanför skalan
answers-receiving = kommuner
answers-returned = inkommet { $given }/{ $expected } ({ $rate } %)
answers-score = rekommendation { $score }
answers-tutor = tutorer
answers-tutor-asked = Tutorerna fick frågan: { $question }
answers-search = sök bland svaren
answers-nothing = Det finns inga svar i ord.
feedback-missing = { $count } saknas
feedback-version = version { $number }
view-by-session = tillställningar
view-by-coaching = sparringar
view-by-municipality = kommuner
view-by-tutor = tutorer
view-by-theme = teman
view-by-season = period
empty-feedback = Perioden har ännu inga tillställningar som väntar på respons. n skriver in respons.
command-hand-over = överlåt det öppna till någon annan
handover-needs = Välj den person eller kommun som promemorian gäller.
hand-over-needs = Välj den person vars öppna ärenden överlåts.
hand-over-title = Till vem det öppna går: { $name }
field-hand-over-to = till vem
## The season's report and handing over
figure-targets = kommuner att nå
figure-targets-means = De kommuner som skulle nås under perioden: de som namngetts för verksamhetsperioden, annars alla kommuner i regionen. Tutorkommuner, kommuner som avstått och kommuner som inte längre fanns när verksamhetsperioden tog slut räknas inte.
figure-reached-now = nådda kommuner
figure-reached-means = Kommuner att nå där minst en träff i periodens sparring har genomförts eller där sparringen är antecknad som pågående eller avslutad, även om träffens dag inte är känd. Webbinarier och andra gemensamma tillställningar räknas inte hit.
figure-new = nådda för första gången
figure-new-means = Nådda kommuner som inte hade nåtts före perioden.
figure-returning = nådda också tidigare
figure-returning-means = Nådda kommuner som hade nåtts också före perioden.
figure-not-yet = ännu inte nådda
figure-not-yet-means = Kommuner att nå som inte hade nåtts när perioden tog slut.
figure-opted-out = kommuner som avstått
figure-opted-out-means = Kommuner som har meddelat att de inte deltar. De hör inte till kommunerna att nå.
figure-senders = tutorkommuner
figure-senders-means = De tutorkommuner som namngetts för verksamhetsperioden, också de som inte har namngett någon person, och de kommuner som periodens tutorer kommer från.
figure-tutors = aktiva tutorer
figure-tutors-means = De av periodens namngivna tutorer som var tutorer eller fanns i programmet i någon genomförd tillställning eller sparring, eller antecknade arbetstid för den.
figure-hours = tutorernas arbetstid
figure-hours-means = Arbetstid som antecknats för tillställningar: förberedelse, tillställning och resor. Inställda tillställningar räknas inte. n är antalet anteckningar.
figure-themes-asked = önskade teman
figure-themes-asked-means = Hur många olika teman som önskats för sparringen och hur många sparringar varje tema gäller. Alla periodens sparringar räknas oavsett status; n är deras antal.
figure-themes-dealt = behandlade teman
figure-themes-dealt-means = Hur många olika teman som behandlats i genomförda tillställningar och i hur många var och en. Har en tillställning inga egna teman gäller dess sparringars teman. n är antalet genomförda tillställningar.
figure-wishes = behov i egna ord
figure-wishes-means = Sparringar där kommunens önskemål har antecknats i dess egna ord.
figure-support = kommuner vars former av digitalt stöd är kända
figure-support-means = Kommuner att nå vars former av digitalt stöd har antecknats, och de där varje form finns på periodens sista dag.
figure-coachings = alla sparringar
figure-coachings-means = Alla periodens sparringar, enligt deras status när rapporten gjordes: även de som begärts, står i kö eller inte blev av.
figure-held = genomförda tillställningar
figure-held-means = Periodens tillställningar som har genomförts, enligt slag.
figure-cancelled = inställda tillställningar
figure-cancelled-means = Periodens tillställningar som har ställts in, enligt slag.
figure-participants = deltagare
figure-participants-means = Närvarande i genomförda tillställningar sammanlagt; samma person räknas i varje tillställning. Är antalet i någon tillställning okänt eller känt endast som ett minsta antal, är summan ”minst”. n är antalet tillställningar vars deltagare har räknats.
figure-presences = kommunernas deltaganden
figure-presences-means = Kommuner som var på plats vid genomförda tillställningar, tillställningarnas tal sammanräknade: samma kommun räknas varje gång den deltog. Om närvaron vid en sparringsträff inte har antecknats räknas sparringarnas kommuner. Ofullständiga uppgifter ger ”minst” som för deltagarna.
figure-actions = överenskomna åtgärder som är gjorda
figure-actions-means = Åtgärder som överenskommits i periodens tillställningar, sparringar eller respons, och de av dem som är gjorda. En åtgärd vars ursprung är okänt räknas enligt dagen då den gjordes eller skulle vara gjord. Åtgärder som lämnats ogjorda räknas inte.
figure-practices = upptecknad god praxis
figure-practices-means = God praxis som har antecknats från periodens tillställningar, sparringar eller respons.
figure-uptakes = god praxis som tagits i bruk
figure-uptakes-means = Hur många gånger en kommun har tagit i bruk god praxis under perioden. Är dagen okänd räknas den praxis som antecknats från periodens tillställningar.
figure-concrete = kommuner som tagit ett konkret steg
figure-concrete-means = Nådda kommuner där en överenskommen åtgärd är gjord eller god praxis har tagits i bruk.
figure-webinars = webbinarier
figure-webinars-means = Periodens genomförda webbinarier.
figure-materials = delat material
figure-materials-means = De av de genomförda tillställningarnas material som har skickats vidare, eller som får delas och har kommit in.
figure-published = publikationer
figure-published-means = Webbsidor, artiklar, nyheter, rapporter och material som antecknats för verksamhetsperioden.
figure-forms = kommuner som gett respons
figure-forms-means = Hur många kommuner som svarat av dem som väntas ge respons: varje närvarande kommun en gång per tillställning eller sparring. Om flera blanketter kom från en kommun räknas kommunen en gång; n är antalet blanketter. En blankett utan kommun räknas som en kommuns, högst så många som kommunerna på plats var. Tomma blanketter och uppföljningsblanketten räknas inte.
figure-forms-tutors = tutorernas respons
figure-forms-tutors-means = Inkommen respons av den väntade: en blankett av varje tutor per genomförd tillställning. n är antalet blanketter; tomma räknas inte.
figure-forms-later = uppföljningsblanketter
figure-forms-later-means = Blanketter som kommit in månader senare och berättar vad som har förändrats.
figure-recommend = rekommendationstal: sparringar
figure-recommend-means = Hur många procentenheter fler som rekommenderar (9–10) än som inte gör det (0–6). Talet är mellan −100 och +100 och anges när det finns minst tio svar.
report-title = Periodrapport: { $name }
report-title-days = Rapport för tiden { $name }
report-compared = Jämförs med föregående verksamhetsperiod: { $name } ({ $days })
report-compared-days = Jämförs med lika lång tid närmast före: { $name }
report-not-compared = Detta är bokens första period. Om tiden före finns inga uppgifter, och därför ingen jämförelse och ingen uppgift om vilka kommuner som nåddes för första gången.
report-made = Utarbetad { $day }
report-empty-columns = Utelämnat, eftersom inget är antecknat: { $columns }.
report-in-short = I korthet
report-aim = Mål: { $aim }
report-short-reached = Nådda kommuner: { $value }.
report-short-coachings = Genomförda sparringar (pågående eller avslutade): { $value }.
report-short-held = Genomförda tillställningar: { $value }.
report-short-participants = Deltagare: { $value }.
report-short-tutors = Aktiva tutorer: { $value }.
report-short-actions = Överenskomna åtgärder som är gjorda: { $value }.
report-short-concrete = Kommuner som tagit ett konkret steg: { $value }.
report-short-forms = Kommuner som gett respons: { $value }.
report-incomplete = Alla sparrade kommuner är inte antecknade ({ $rounds }). Därför anger talen om nådda kommuner och sparringar bara det som är känt.
report-goal = { $number }. Mål: { $goal }
report-figures = Tal
report-figure = tal
report-figure-by = { $figure } { $by }
report-n = n
report-definitions = Så har talen räknats
report-unknown = inte känt
report-part = { $count }/{ $of } ({ $share })
report-of = { $count }/{ $of }
report-at-least = minst { $value }
report-known = { $value }, såvitt känt
report-few-recommend = färre än tio svar, talet visas inte
report-few = Färre än fem svar: medelvärde och fördelning visas inte.
report-fewer-than = färre än { $least }
report-group-whole = alla
report-group-unknown = inte känt
report-one-language = enspråkig ({ $language })
report-languages = tvåspråkig ({ $languages })
report-by-subregion = ekonomisk region
report-by-language = språk
report-by-class = kommunklass
report-by-kind = slag av tillställning
report-by-status = status
report-by-form = form av digitalt stöd
report-by-publication = slag av publikation
report-by-theme = tema
report-by-work = arbete
report-reached-chart = Andelen nådda kommuner per ekonomisk region
report-reached-told = Nådda kommuner per ekonomisk region: { $each }.
report-left-out = { $count ->
    [one] En text har lämnats bort eftersom någon nämns vid namn i den.
   *[other] { $count } texter har lämnats bort eftersom någon nämns vid namn i dem.
}
report-wishes = Behoven i kommunernas egna ord
report-outcomes = Vad sparringen ledde till
report-steps = Gjorda åtgärder
report-practices = God praxis
report-taken-up = { $practice } (tagits i bruk: { $who })
report-opted-out = Kommuner som avstått
report-published = Publikationer
report-published-caption = Vad som har publicerats
report-published-title = namn
report-published-kind = slag
report-published-day = dag
report-published-where = adress
report-tutors = Kommuntutorer
report-senders = Tutorkommuner: { $municipalities }.
report-feedback = respons
report-scale = Påståendena har besvarats på skalan 1–5 (1 helt av annan åsikt, 5 helt av samma åsikt) och rekommendationen på skalan 0–10. ”Kan inte säga” ingår inte i medelvärdet. Medelvärde och fördelning anges när det finns minst fem svar, rekommendationens medelvärde när det finns minst tio.
report-question = fråga
report-means = Svarens medelvärden
report-mean = medel
report-median = median
report-mean-before = { $name }
report-tutors-n = av tutorer
report-tutors-mean = tutorer
report-apart = skillnad
report-differs = olika åsikt
report-outside = { $count ->
    [one] Ett svar ligger utanför skalan och har inte räknats.
   *[other] { $count } svar ligger utanför skalan och har inte räknats.
}
report-set-aside = { $count ->
    [one] En respons gäller en inställd tillställning och har inte räknats.
   *[other] { $count } svarsblanketter gäller inställda tillställningar och har inte räknats.
}
report-spread = { $question } (n = { $n })
report-spread-told = { $question } Svaren: { $each }.
report-quotes = Vad som sades i responsen
report-quoted-tutor = en kommuntutor
report-quoted-receiving = en deltagande kommun
report-municipalities = kommunvis
report-municipalities-caption = Kommuner att nå
report-municipalities-known = Alla sparrade kommuner är inte antecknade: ”nej” betyder att ingen sparring är känd.
report-municipality = kommun
report-reached = nådd
report-reached-before = nådd tidigare
report-meetings = träffar
report-others = andra tillställningar
report-people = deltagare
report-forms = respons
report-done = åtgärder
report-uptakes = tagits i bruk
report-support = former av stöd
report-themes = temavis
report-themes-caption = Teman i sparringar och tillställningar
report-theme = tema
report-theme-coachings = sparringar
report-theme-sessions = tillställningar
report-theme-forms = respons
report-theme-practices = praxis
report-theme-coachings-before = sparringar { $name }
report-theme-sessions-before = tillställningar { $name }
report-what-counts = vad som har räknats
report-counts-season = Här räknas de tillställningar och sparringar som hör till verksamhetsperioden oavsett datum, responsen på dem och de åtgärder som överenskommits i dem. n anger hur många anteckningar talet har räknats från.
report-counts-days = Här räknas tillställningar vars första dag infaller under perioden och sparringar som har önskats eller haft en tillställning då. En sparring utan kända dagar räknas om dess verksamhetsperiod infaller under tiden; en tillställning eller publikation utan känd dag om hela verksamhetsperioden gör det. Respons och åtgärder följer det som de gäller. n anger hur många anteckningar talet har räknats från.
report-column-goal = mål
report-column-group = grupp
report-column-value = värde
report-column-of = av
report-column-before = värde före
report-column-note = anmärkning
report-column-definition = definition
report-note-hours = timmar
report-note-at-least = minst
report-note-known = såvitt känt
cli-report = Periodrapport till finansiären: tal per mål med definitioner, respons, kommuner och teman
cli-arg-report = Verksamhetsperiodens nyckel, namn eller år; annars den aktuella
cli-place-season-or-days = [PERIOD] [--from DAG --to DAG]
cli-option-from = periodens första dag, när rapporten gäller dagar och inte en verksamhetsperiod
cli-option-report-to = periodens sista dag; annars i dag
cli-option-names = ange också tutorernas namn
error-report-days = Perioden slutar ({ $until }) innan den börjar ({ $from }). Byt plats på dagarna.
cli-handover = Överlämningspromemoria om en person eller kommun; --to ger personens öppna arbete åt någon annan
cli-place-who = VEM
cli-place-handover = [--to VEM]
cli-arg-handover = Person eller kommun: id eller namn; jag betyder inställningarnas me
cli-option-handover-to = vem som får öppna åtgärder, önskemål, tillställningar och utlovat material
handover-title = Överlämningspromemoria: { $name }
handover-nothing = Inget är öppet.
handover-contacts = kontaktpersoner
handover-actions = öppna åtgärder
handover-coachings = öppna önskemål och sparringar
handover-asked = vad som har önskats
handover-before = tidigare sparringar
handover-ahead = kommande tillställningar
handover-held = senast genomförda tillställningar
handover-materials = utlovat, ännu inte mottaget
handover-nobody = Personen finns inte längre i boken.
handover-same = Arbetet är redan hos den här personen. Välj vem som tar över det.
handover-no-me = Programmet vet inte vem du är. Skriv ett namn, eller lägg till me i config.toml.
handover-to-left = Obs: { $name } har lämnat verksamheten.
handover-done = Överfört, { $from } → { $to }: { $what }.
handover-none = Inget att överföra: { $from } ansvarar inte för något öppet.
handover-stays = Kom särskilt överens om uppgifterna som tutor, talare och kontaktperson: { $what }.
handover-drafts = { $count ->
    [one] En halvfärdig blankett stannar på den här datorn: öppna programmet och spara den först.
   *[other] { $count } halvfärdiga blanketter stannar på den här datorn: öppna programmet och spara dem först.
}
count-materials = { $count } material

answers-in-words = { $count } i ord
answers-more = och { $count } till: öppna och sök
feedback-take-down = skriv in respons
today-later = vad har förändrats? hölls { $day }
cli-answers = Visa vad som svarats om en träff, sparring, kommun, person, ett tema eller en period
cli-arg-answers = Om vad: id eller ord ur namnet
followed-version = { $name }: de ändrade frågorna är version { $number }; givna svar stannar i sin egen version.

## Closing event
closing-name = Avslutning
closing-opening = Öppning och periodens skeden
closing-break = Paus
closing-panel = Tutorernas panel: vad vi lärde oss
closing-end = Sammanfattning och fortsättning
closing-title = Vem har något att berätta: { $season }
closing-counts = { $within }/{ $count } är med. De som är med får ett inlägg på avslutningen.
closing-nobody = Säsongen { $season } har ännu inget att berätta: anteckna praxis som tagits i bruk och åtgärder som gjorts.
closing-none-in = Ta först med någon med mellanslag.
closing-no-feedback = ingen respons
closing-score = respons { $mean } (n={ $count })
closing-pleased = god respons (n={ $count })
closing-not-pleased = respons under 4 (n={ $count })
closing-spread = { $count ->
    [one] en kommun tog i bruk: { $what }
   *[other] { $count } kommuner tog i bruk: { $what }
}
closing-took-up = tog i bruk: { $what }
closing-done = gjort: { $what }
closing-no-speaker = talare saknas
enter-make-session = gör tillställningen
cli-closing-event = Vem har något att berätta på periodens avslutning
cli-place-season-or-none = [SÄSONG]
cli-option-accept-closing = Gör avslutningen i boken
paper-when = tid

## Respons skriven för hand
filled-again = { $who } har redan svarat på detta ({ $id }): det här är en andra respons från samma kommun.
filled-off-scale = Frågan ”{ $question }” besvaras { $scale } eller cannot-say (kan inte säga): { $typed } finns inte på skalan.
filled-unasked = Blanketten { $name } frågar inte efter dessa: { $keys }. De sparas som övriga svar.

## Blanketten fortsätter
enter-anew = Börja på en ny blankett
enter-begun = En blankett om samma tillställning blev på hälft.
enter-choose-first = Välj först med pilarna och Enter.
enter-go-on = Fortsätt med den
enter-goes-on = Blanketten blev på hälft: du fortsätter där.
enter-hours-recorded = Antecknat redan: { $before }. Nytt ersätter det.
enter-hours-replace = { $now } (ersätter: { $before })
enter-kept-then-tutor = Sparat: { $what } · { $given }/{ $expected } svar. Härnäst tutorns blankett, Esc slutar.
enter-no-such = { $typed }: finns inte.
enter-passed-by = { $count ->
        [one] 1 punkt blev utan svar ({ $which }). Ctrl-S en gång till sparar.
       *[other] { $count } punkter blev utan svar ({ $which }). Ctrl-S en gång till sparar.
    }
enter-tutors-form = Fyll i tutorns blankett
command-take-feedback = skriv in respons
    .also = respons blankett svar papper

## Papers and forms that people sent back

answers-told-continues = Samma svar har importerats från blanketten ”{ $form }”: den fortsätts.
today-low-scores = { $count } svarande med låga omdömen (1–2)
## The report as its readers ask for it
figure-coached = genomförda sparringar
figure-coached-means = Periodens sparringar där minst en träff har genomförts eller som är antecknade som pågående eller avslutade.
report-short-no-actions = Inga överenskomna åtgärder har antecknats.
report-short-no-forms = Ingen respons har ännu väntats.
report-more-forms = { $value }, blanketter { $count }
report-forms-only = blanketter { $count }, det väntade antalet är okänt
report-note-forms = fler än en blankett per kommun
figure-recommend-events = rekommendationstal: gemensamma tillställningar
figure-recommend-events-means = Räknat som rekommendationstalet för sparringar men ur tillställningarnas blanketter: de frågar om tillställningen, och därför räknas talen inte ihop.
report-answers = svar
report-across-subregion = per ekonomisk region
report-across-language = enligt språk
report-across-class = enligt kommunklass
report-across-kind = enligt slag av tillställning
report-across-status = enligt status
report-across-form = enligt form av digitalt stöd
report-across-publication = enligt slag av publikation
report-across-theme = enligt tema
report-across-work = enligt arbete
report-not-compared-days = Boken täcker inte en lika lång tid just före perioden, och därför ingen jämförelse.
report-unfinished = Perioden pågår: läget { $day }.
report-unfinished-days = Perioden pågår: läget { $day }.
report-practices-kept = Upptecknad god praxis
report-practices-taken = God praxis som tagits i bruk
report-nothing-of = { $count ->
    [one] En kommun nåddes inte, och om den finns inga andra siffror heller: { $who }.
   *[other] { $count } kommuner nåddes inte, och om dem finns inga andra siffror heller: { $who }.
}
report-others-unknown = Om alla gemensamma tillställningar har inte antecknats vilka kommuner som var på plats: därför är andra tillställningar ”minst” så många eller ”inte känt”.
paper-who-came = vilka som var med
handover-latest-of-municipality = Kommunens senaste respons
handover-latest-of-tutor = Tutorns senaste respons
handover-not-people = Arbetet överförs bara från en person till en annan: { $name } är ingen person. Kommunens promemoria får du utan --to.
handover-would = Skulle överföras, { $from } → { $to }: { $what }.
error-paper-ending = { $file } är ingen fil som kan skrivas. Ändelsen är .html (öppnas även i Word), .md, .txt eller .csv.
error-report-ahead = Perioden skulle börja { $from }, men i dag är det { $today }: rapporten berättar om det som varit. Ange en tidigare dag eller även --to.
answers-tally-empty =
    { $count ->
        [one] { $count } tom blankett utelämnades
       *[other] { $count } tomma blanketter utelämnades
    }
answers-too-much = Tabellen är för stor att importeras på en gång: svaren skulle ta omkring { $size } MB och det finns plats för { $room } MB. Dela den i mindre delar och importera bara den senaste, eller ta bort kolumner som inte behövs.
answers-choose-subject = Välj först vilken tillställning svaren gäller.
import-did-answers = Importerat: { $counts }.
import-would-answers = Skulle importeras: { $counts }.
feedback-more = { $count ->
    [one] en blankett
   *[other] { $count } blanketter
}
