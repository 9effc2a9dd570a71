# Ohjelma suomeksi. Sama tunnus joka kielessä.

## Tabs and views
tab-today = Tänään
tab-people = Henkilöt
tab-municipalities = Kunnat
tab-plan = Suunnittelu
tab-feedback = Palaute
tab-actions = Toimet
tab-practices = Käytännöt
tab-short-today = Tänään
tab-short-people = Henk.
tab-short-municipalities = Kunnat
tab-short-plan = Suunn.
tab-short-feedback = Palaute
tab-short-actions = Toimet
tab-short-practices = Käyt.
view-requests = pyynnöt
view-agenda = aikajärjestys

## Commands: short, for the footer; help and the palette show the same words
command-open = avaa
command-back = takaisin
command-close = takaisin tai lopeta
command-filter = rajaa luetteloa
    .short = rajaa
command-complete = täydennä
command-lookup = hae kaikesta
    .short = hae
command-copy-email = kopioi sähköposti
    .short = sähköposti
command-copy-phone = kopioi puhelin
    .short = puhelin
command-copy-card = kopioi kortti
    .short = kortti
command-copy-addresses = kopioi kaikki osoitteet
    .short = kaikki osoitteet
command-plain-page = teksti tyhjälle sivulle
    .short = tyhjä sivu
command-mark = merkitse
command-next-view = seuraava näkymä
    .short = näkymä
command-season = kausi
command-up = ylös
command-down = alas
command-page-up = sivu ylös
command-page-down = sivu alas
command-first = ensimmäinen
command-last = viimeinen
command-today = Tänään
command-people = Henkilöt
command-municipalities = Kunnat
command-plan = Suunnittelu
command-feedback = Palaute
command-actions = Toimet
command-practices = Käytännöt
command-next-tab = seuraava välilehti
    .short = välilehdet
command-previous-tab = edellinen välilehti
command-organisations = organisaatiot
command-themes = teemat
command-seasons = kaudet
command-notes = muistiinpanot
command-book = kirja itse
command-problems = tietojen ongelmat
command-keep-filter = tallenna rajaus nimellä
command-use-filter = käytä nimettyä rajausta
command-palette = komennot
command-help = näppäimet
command-redraw = piirrä näyttö uudelleen
command-suspend = keskeytä (fg palauttaa)
command-interrupt = peru
command-quit = lopeta
enter-choose = valitse
enter-keep = tallenna
enter-list = luetteloon
key-space = Välilyönti
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
keys-y = kopioi

## Lines one types into, and what stands beside them
lookup-label = haku
lookup-hint = Kirjoita osa nimestä, paikasta, numerosta tai teemasta. Usein riittää kaksi tai kolme kirjainta.
lookup-nothing = Ei osumia. Vähemmillä kirjaimilla löytyy enemmän.
filter-label = rajaus
filter-nothing = Mikään ei vastaa rajausta. Esc poistaa rajauksen.
filter-name-label = rajauksen nimi
filters-label = nimetty rajaus
filter-kept = Rajaus on tallessa nimellä ”{ $name }”.
palette-label = komento
help-label = tämän näkymän näppäimet
season-label = kausi
remark-all = yhteensä { $count }
remark-found = { $count } { $count ->
    [one] osuma
   *[other] osumaa
}
remark-at-least = vähintään { $count } osumaa
remark-marked = { $count } merkitty
loading = luetaan kirjaa …
and-more = ja { $count } muuta
and-others = ja muita: rajaus kunta:… löytää kaikki

## Toasts
copied = Lähetetty päätteelle: { $what } · y t, ellei tule perille
copied-without = Lähetetty päätteelle: { $what } · { $count } ilman yhteystietoa · y t, ellei tule perille
copied-card = kortti
copy-too-long = Teksti on liian pitkä leikepöydälle. y t näyttää sen tyhjällä sivulla.
no-such-key = { $key } ei tee tässä mitään · ? näyttää näppäimet
not-here = Tämä ei toimi tässä · ? näyttää, mikä toimii
interrupt-again = Ctrl-C uudelleen lopettaa
paste-nowhere = Tähän ei voi liittää tekstiä · o hakee, f rajaa
paste-cut = Teksti oli hyvin pitkä: rivillä on sen 10 000 ensimmäistä merkkiä
pasted-lines = Liitettiin { $count } riviä yhdeksi
book-unreadable = { $count } { $count ->
    [one] kohtaa
   *[other] kohtaa
} ei voitu lukea: katso : tietojen ongelmat
book-changed = { $count } { $count ->
    [one] tietue muuttui
   *[other] tietuetta muuttui
} levyllä
state-not-saved = Tätä ei voitu muistaa ensi kertaan: { $words }

## Why something cannot be done now
nothing-found = Ei osumia
nothing-here = Tässä ei ole valittuna mitään
nothing-copied = Mitään ei ole vielä kopioitu
nothing-to-complete = Ei täydennettävää
no-filter = Rajausta ei ole: paina ensin f
no-filters = Yhtään rajausta ei ole vielä tallennettu
no-season = Kirjassa ei ole vielä yhtään kautta
name-missing = Anna ensin nimi
record-removed = Tietue on poistettu
missing-phone = ei puhelinta
missing-email = ei sähköpostia
missing-contact = ei puhelinta eikä sähköpostia
missing-people = ketään ei ole vielä nimetty

## Today
today-never-reached = vielä tavoittamatta
today-never-reached-known = vielä tavoittamatta, sikäli kuin tiedetään
today-no-contact = puhelin ja sähköposti puuttuvat
today-problems = ei voitu lukea
today-nothing = Mikään ei odota tänään.
gap-no-contact = ei yhteystietoa
gap-no-date = päivä puuttuu
gap-no-programme = ohjelma puuttuu

## Cards
section-people = henkilöt
section-coachings = sparraukset
section-sessions = tilaisuudet
section-notes = muistiinpanot
section-practices = käytännöt
section-former = aiemmin
section-referring = katso myös
section-unknown = säilytetty tiedoston mukaisena
label-load = kuormitus
label-last-contact = viimeksi yhteydessä
load-of-ceiling = { $count }/{ $ceiling } sparrausta kaudella { $season }
load = { $count } { $count ->
    [one] sparraus
   *[other] sparrausta
} kaudella { $season }
inhabitants = { $number } { $count ->
    [one] asukas
   *[other] asukasta
}
in-subregion = seutukunta: { $name }
removed = poistettu ({ $id })
session-title-many = { $kind }: { $municipality } ja { $others } muuta
yes = kyllä
no = ei
weekday-1 = ma
weekday-2 = ti
weekday-3 = ke
weekday-4 = to
weekday-5 = pe
weekday-6 = la
weekday-7 = su

## Empty lists
empty-people = Henkilöitä ei ole vielä.
empty-municipalities = Kuntia ei ole vielä.
empty-requests = Sparrauksia ei ole vielä. Kuntien pyynnöt näkyvät tässä.
empty-agenda = Tilaisuuksia ei ole vielä.
empty-actions = Toimia ei ole vielä. Sovitut toimet näkyvät tässä.
empty-practices = Käytäntöjä ei ole vielä.
empty-unreadable = Näitä tietueita ei voitu lukea: katso Tänään tai : tietojen ongelmat.
empty-list = Täällä ei ole vielä mitään.
too-small = Ikkuna on liian pieni: tarvitaan vähintään 40 × 10. Mitään ei ole kadonnut.

## Data problems
problems-title = Mitä ei voitu lukea
problems-none = Kaikki kirjassa voitiin lukea.
problems-what-to-do = Kaikki muu on auki, ja tiedostot pysyvät ennallaan. Korjaa mainittu kohta tekstieditorilla; ohjelma huomaa sen itse.
problem-syntax = Tästä kohdasta eteenpäin tietue ei ole kelvollista JSONia: katso pilkut, sulkeet ja lainausmerkit.
problem-truncated = Tietue loppuu kesken: hakasulje, aaltosulje tai lainausmerkki puuttuu.
problem-field = Kenttää ”{ $key }” ei voi lukea: { $reason }.
problem-key-twice = Avain ”{ $key }” on tietueessa kahdesti. Poista toinen.
problem-no-id = Tietueelta puuttuu ”id”.
problem-id-twice = Tunnus ”{ $id }” on jo aiemmalla tietueella, joka näytetään.
problem-file-truncated = Tiedosto loppuu kesken.
problem-record-too-large = Tietue on yli 1 Mt ja jätettiin lukematta.
problem-not-a-file = Tämä ei ole tietuetiedosto: sen pitäisi alkaa avaimilla ”format”, ”kind” ja ”records”.
problem-other-kind = Tiedosto sanoo sisältävänsä muita tietueita kuin nimensä kertoo.
problem-newer-format = Tiedosto on uudempaa muotoa. Päivitä ohjelma, niin se aukeaa.
problem-byte-order-mark = Tiedoston alussa on tavujärjestysmerkki (BOM); se ohitettiin, eikä siitä ole haittaa.
problem-io = Tiedostoa ei voi avata: { $words }.
problem-no-directory = Kirjan hakemisto on kadonnut; jo luettu on yhä tässä.
problem-denied = Tiedostoa ei saa lukea: oikeudet eivät riitä.
problem-not-regular = Tämä ei ole kirjan hakemiston tavallinen tiedosto, joten sitä ei luettu.
problem-file-too-large = Tiedosto on yli 64 Mt eikä sitä luettu.
invalid-id = tunnuksessa voi olla vain kirjaimia a–z, numeroita sekä merkit - ja _
invalid-link = sen pitäisi olla muotoa laji:tunnus, esimerkiksi person:p0a1b2c3d4e5f
invalid-type = sisältö on muunlaista kuin kenttään kuuluu
invalid-choice = se ei ole mikään kentän vaihtoehdoista
invalid-number = sen pitäisi olla kokonaisluku nollasta ylöspäin
invalid-date = sellaista päivää ei ole (muoto 2021-10-06)
invalid-time = sellaista kellonaikaa ei ole (muoto 09:30)

## Settings
config-unknown-key = config.toml, rivi { $line }: asetusta ”{ $key }” ei tunneta. Tunnetut ovat data, language ja me.
config-bad-value = config.toml, rivi { $line }: ”{ $key }” ei voi olla tämä. data on polku lainausmerkeissä, language on "fi", "sv" tai "en", me on henkilön tunnus lainausmerkeissä.
config-syntax = config.toml, rivi { $line }: ei luettavissa ({ $words }), joten asetuksia ei käytetty.

## Scopes, as typed: role:tutor
scope-role = rooli
scope-theme = teema
scope-season = kausi
scope-in = kunta
scope-status = tila
scope-kind = laji

## Kinds of record
kind-municipality = kunta
kind-organisation = organisaatio
kind-person = henkilö
kind-theme = teema
kind-season = kausi
kind-coaching = sparraus
kind-session = tilaisuus
kind-feedback = palaute
kind-action = toimi
kind-practice = käytäntö
kind-note = muistiinpano
kind-book = kirja
kinds-municipality = kunnat
kinds-organisation = organisaatiot
kinds-person = henkilöt
kinds-theme = teemat
kinds-season = kaudet
kinds-coaching = sparraukset
kinds-session = tilaisuudet
kinds-feedback = palautteet
kinds-action = toimet
kinds-practice = käytännöt
kinds-note = muistiinpanot
kinds-book = kirja

## Command line
cli-about = Kuntien vertaistutoroinnin osoitekirja, suunnittelupöytä ja muisti.
cli-after = Ilman komentoa ohjelma aukeaa näytölle; sanojen kanssa se aukeaa niiden osumiin:{"\u000A"}  kuntatutor tam{"\u000A"}Komennon nimiset sanat tulevat merkin -- jälkeen:{"\u000A"}  kuntatutor -- show
cli-find = Hae tietueita; tulostaa nimen, nimikkeen, kunnan, puhelimen ja sähköpostin
cli-show = Näytä yksi tietue kokonaan, tunnuksella tai sanoilla, jotka löytävät vain sen
cli-list = Luettele yhden lajin tietueet
cli-check = Tarkista, että kaikki kirjassa voidaan lukea
cli-paths = Näytä, missä kaikki sijaitsee
cli-option-data = Kirjan hakemisto
cli-option-lang = Kieli: fi, sv tai en
cli-option-json = Tulosta JSONina
cli-option-help = Näytä tämä ohje
cli-option-version = Näytä versio
cli-arg-words = Sanat missä järjestyksessä tahansa, myös rooli:tutor, kunta:porvoo, kausi:2021
cli-arg-record = Tunnus, esimerkiksi person:p0a1b2c3d4e5f, tai sanoja
cli-arg-kind = Laji: { $kinds }
cli-heading-usage = Käyttö
cli-heading-commands = Komennot
cli-heading-options = Valitsimet
cli-heading-arguments = Argumentit
cli-place-usage = [VALITSIMET] [SANAT tai KOMENTO]
cli-place-words = SANAT
cli-place-record = TIETUE
cli-place-kind = LAJI
cli-place-dir = HAKEMISTO
cli-place-lang = KIELI
error-unknown-option = Valitsinta { $option } ei ole. kuntatutor --help näyttää kaikki.
error-missing-value = { $option } tarvitsee jotakin peräänsä. kuntatutor --help kertoo mitä.
error-missing-argument = Jotakin puuttuu: { $argument }. kuntatutor --help kertoo, miten se sanotaan.
error-bad-value = { $option } ei voi olla ”{ $value }”. kuntatutor --help kertoo, mitä se voi olla.
error-usage = Tätä ei ymmärretty: { $words } kuntatutor --help kertoo, miten se sanotaan.
error-unknown-kind = Lajia ”{ $kind }” ei ole. Lajit ovat: { $kinds }.
error-nothing-found = Haulla ”{ $words }” ei löytynyt mitään. Vähemmillä kirjaimilla löytyy enemmän.
error-ambiguous = { $count ->
    [one] ”{ $words }” löytää 1 tietueen. Valitse tunnuksella:
   *[other] ”{ $words }” löytää { $count } tietuetta. Valitse tunnuksella:
}
error-no-directory = Hakemistoa { $path } ei ole, vaikka { $by } nimeää sen. Tarkista polku tai jätä se pois, niin oma kirjasi aukeaa.
named-by-option = --data
named-by-environment = KUNTATUTOR_DATA
named-by-settings = config.toml
error-word-too-many = Sana ”{ $word }” on tässä liikaa. kuntatutor --help kertoo, miten se sanotaan.
error-no-home = Kotihakemistoa ei tunneta, joten mitään ei voi muistaa. Nimeä kirja valitsimella --data.
error-no-terminal = Näyttö tarvitsee päätteen. kuntatutor find SANAT toimii ilman sitä.
error-unknown-terminal = Päätetyyppiä TERM={ $term } ei tunneta. Kokeile TERM=xterm-256color kuntatutor tai kuntatutor find SANAT.
error-terminal = Pääte lakkasi vastaamasta: { $words }
error-output = Tulostetta ei voitu kirjoittaa: { $words }
panic-told = Ohjelmassa meni jotakin vikaan. Pääte on ennallaan, eikä kirjaan koskettu. Tapahtuma on kirjattu: { $path }.
check-ok = Kaikki voitiin lukea: { $count } tietuetta, { $path }.
check-missing = ”{ $from }” viittaa tietueeseen { $link }, jota kirjassa ei ole; se näkyy poistettuna.
check-no-book = Hakemistossa { $path } ei ole kirjaa: yhtään sen tiedostoista ei löydy.
check-problems = { $count } { $count ->
    [one] kohtaa
   *[other] kohtaa
} ei voitu lukea; kaikki muu on auki.
paths-book = kirja
paths-settings = asetukset
paths-usage = usein ja viimeksi käytetyt
paths-filters = nimetyt rajaukset
paths-log = loki
origin-example = esimerkkikirja

## Choices
choice-action-status-open = avoin
choice-action-status-done = tehty
choice-action-status-dropped = luovuttu
choice-answering-agreement = 1–5, eri mieltä – samaa mieltä
choice-answering-recommend = 0–10
choice-answering-yes-no = kyllä tai ei
choice-answering-change = ei, suunnitteilla, aloitettu tai käytössä
choice-answering-words = sanoin
choice-answering-hours = työtunnit
choice-availability-yes = sopii
choice-availability-if-needed = tarvittaessa
choice-availability-no = ei sovi
choice-channel-phone = puhelimitse
choice-channel-email = sähköpostitse
choice-channel-form = lomakkeella
choice-channel-meeting = tapaamisessa
choice-channel-other = muuten
choice-coaching-status-waiting = jonossa
choice-coaching-status-requested = pyydetty
choice-coaching-status-offered = tarjottu
choice-coaching-status-planning = suunnitteilla
choice-coaching-status-under-way = käynnissä
choice-coaching-status-done = päättynyt
choice-coaching-status-postponed = siirretty
choice-coaching-status-declined = kunta kieltäytyi
choice-coaching-status-cancelled = peruttu
choice-consent-asked = kysytty
choice-consent-confirmed = vahvistettu
choice-consent-declined = kieltäytynyt
choice-contact-kind-phone = puhelin
choice-contact-kind-email = sähköposti
choice-contact-kind-other = muu
choice-form-remote = etätuki
choice-form-local = lähituki
choice-form-training = koulutus
choice-goal-network = verkosto
choice-goal-picture = tilannekuva
choice-goal-supply = tarjonta kehittyy
choice-goal-communication = viestintä
choice-item-kind-opening = avaus
choice-item-kind-talk = puheenvuoro
choice-item-kind-panel = paneelikeskustelu
choice-item-kind-workshop = työpaja
choice-item-kind-discussion = keskustelu
choice-item-kind-break = tauko
choice-item-kind-closing = päätös
choice-level-warn = huomauttaa
choice-mode-remote = etänä
choice-mode-on-site = paikan päällä
choice-mode-hybrid = hybridi
choice-municipality-kind-city = kaupunki
choice-municipality-kind-municipality = kunta
choice-organisation-kind-regional-council = maakunnan liitto
choice-organisation-kind-agency = virasto
choice-organisation-kind-association = yhdistys
choice-organisation-kind-school = oppilaitos
choice-organisation-kind-company = yritys
choice-part-moderator = juontaja
choice-part-speaker = puhuja
choice-part-panellist = panelisti
choice-part-expert = asiantuntija
choice-publication-kind-page = verkkosivu
choice-publication-kind-article = artikkeli
choice-publication-kind-news = uutinen
choice-publication-kind-report = raportti
choice-publication-kind-material = materiaali
choice-role-tutor = tutor
choice-role-contact = yhteyshenkilö
choice-role-coordinator = koordinaattori
choice-role-speaker = puhuja
choice-role-expert = asiantuntija
choice-session-kind-meeting = tapaaminen
choice-session-kind-webinar = webinaari
choice-session-kind-visit = vierailu
choice-session-kind-network = verkostotapaaminen
choice-session-kind-training = koulutus
choice-session-status-planned = suunnitteilla
choice-session-status-confirmed = vahvistettu
choice-session-status-held = pidetty
choice-session-status-cancelled = peruttu
choice-template-kind-checklist = muistilista
choice-template-kind-programme = ohjelma
choice-template-kind-letter = kirje
choice-tongue-fi = suomi
choice-tongue-sv = ruotsi
choice-tongue-en = englanti
choice-urban-class-urban = kaupunkimainen
choice-urban-class-semi-urban = taajaan asuttu
choice-urban-class-rural = maaseutumainen
choice-voice-receiving = osallistuva kunta
choice-voice-tutor = tutor
choice-way-chat = chat
choice-way-phone = puhelin
choice-way-video = videoyhteys
choice-way-unattended = miehittämätön asiointipiste
choice-way-service-point = asiointipiste
choice-way-peer = vertaistuki
choice-way-home = kotiin vietävä tuki
choice-way-online = verkossa
choice-way-course = kurssi
choice-way-adult-education = kansalaisopisto

## Fields
field-about = koskee
field-affiliations = työpaikat
field-aim = tavoite
field-answer = vastaus
field-answering = vastaustapa
field-answers = vastaukset
field-asked-by = pyytäjä
field-asked-on = pyydetty
field-at = työpaikka
field-at-least = vähintään näin monta
field-at-session = tilaisuudessa
field-availability = vastaus
field-by = kirjoittaja
field-candidates = ehdolla olevat ajat
field-ceiling = enimmäismäärä
field-channel = pyyntötapa
field-checklist = muistilista
field-clash-levels = päällekkäisyyssäännöt
field-coachings = sparraukset
field-comment = kommentti
field-complete = kaikki kunnat tiedossa
field-consent = vastaus
field-contact = yhteystieto
field-contacts = yhteyshenkilöt
field-contacts-public = yhteystiedot julkisia
field-date = päivä
field-done = tehty
field-done-on = tehty
field-due = määräaika
field-email = sähköposti
field-ends = päättyy
field-entered-by = kirjaaja
field-family = sukunimi
field-form = muoto
field-from = alkaen
field-further-contacts = muut yhteystiedot
field-given = etunimi
field-given-on = annettu
field-goal = tavoite
field-goals = tavoitteet
field-group-experience = ryhmän kokemus
field-group-size = ryhmän koko
field-here = mistä
field-hours = työtunnit
field-idea = ratkaisun idea
field-imported-answer = vastaus lomakkeessa
field-imported-from = tuotu lomakkeesta
field-invitation-sequence = kutsun muutokset
field-invited = kutsutut
field-key = avain
field-kind = laji
field-language = kieli
field-languages = kielet
field-last-day = viimeinen päivä
field-left-on = jäi pois
field-length = kesto
field-level = taso
field-link = linkki
field-materials = materiaalit
field-may-be-quoted = saa lainata
field-may-be-shared = saa jakaa
field-merged-into = liittynyt kuntaan
field-minutes = kesto
field-mode = toteutus
field-months = kuukautta
field-municipalities = kunnat
field-municipality = kunta
field-name = nimi
field-needs = mitä se vaatii
field-note = lisätieto
field-on = päivä
field-opt-outs = eivät osallistu
field-outcome = lopputulos
field-owner = vastuuhenkilö
field-part = tehtävä
field-phone = puhelin
field-place = paikka
field-places = paikkoja
field-planned-week = suunniteltu viikolle
field-population = asukkaita
field-preparation = valmistelu
field-presence = osallistujat kunnittain
field-present = paikalla
field-present-municipalities = kuntia paikalla
field-present-people = osallistujia
field-present-state = nykytila
field-presentation = esittely
field-presentation-public = esittely on julkinen
field-problem = ongelma
field-programme = ohjelma
field-promised-by = lupaaja
field-publications = julkaisut
field-question = kysymys
field-questionnaire = palautelomake
field-questionnaires = palautelomakkeet
field-questions = kysymykset
field-quote = lainaus
field-read-more = lue lisää
field-reason = syy
field-received-on = saatu
field-records = tietueet
field-region = maakunta
field-registered = ilmoittautuneita
field-registered-municipalities = kuntia ilmoittautunut
field-registered-people = ilmoittautuneita
field-registry-email = kirjaamo
field-replies = vastaukset
field-report-texts = raportin tekstit
field-responsible = vastuuhenkilö
field-result = tulos
field-retention = säilytysajat
field-role = rooli
field-roles = roolit
field-round = kierros
field-rounds = sparrauskierrokset
field-rule = sääntö
field-season = kausi
field-sent-on = lähetetty
field-session = tilaisuus
field-session-kinds = millaisiin tilaisuuksiin
field-since = alkaen
field-source = lähde
field-source-date = lähteen päivä
field-source-field = lähteen kenttä
field-speakers = puhujat
field-starts = alkaa
field-status = tila
field-subregion = seutukunta
field-support = tuen muodot
field-switchboard = vaihde
field-target-municipalities = tavoiteltavat kunnat
field-technical-hosts = tekniset vastaavat
field-templates = pohjat
field-text = teksti
field-themes = teemat
field-there = mihin
field-time = kello
field-title = otsikko
field-job-title = nimike
field-travel = matkat
field-tutor = tutor
field-tutor-municipalities = tutorkunnat
field-tutors = tutorit
field-unavailable = poissa
field-unit = yksikkö
field-until = asti
field-uptakes = käyttöön ottaneet
field-urban-class = kuntaryhmä
field-valid-from = perustettu
field-valid-until = lakannut
field-version = versio
field-voice = kenen ääni
field-wants-contact = toivoo yhteydenottoa
field-way = tapa
field-website = verkkosivu
field-what = mitä
field-who = kuka
field-why = miksi
field-wish = toive
field-wished-period = toivottu aika
field-zone = aikavyöhyke
paths-own-book = oma kirja

## Mitä kirjalle tehtiin: sanotaan niin kuin ”kumottu: poistettu Ari Tammi”
choice-act-add = lisätty
choice-act-edit = muutettu
choice-act-delete = poistettu
choice-act-note = muistiinpano
choice-act-settle = sovittu
choice-act-undo = kumottu
choice-act-redo = tehty uudelleen
choice-act-import = tuotu
choice-act-unite = yhdistetty
choice-act-apart = erotettu
choice-act-move = siirretty
choice-act-merge = kuntaliitos
choice-act-next-season = uusi kausi
## What is written into fields, and what is wrong with it
entry-missing = Puuttuu vielä: { $field }.
entry-control = Tekstissä on ohjausmerkkejä, joita ei voi näyttää. Kirjoita se uudelleen ilman niitä.
entry-too-long = Teksti on liian pitkä: merkkejä on { $count }, ja mukaan mahtuu { $most }. Lyhennä hiukan.
entry-email = ”{ $text }” ei ole sähköpostiosoite. Sellainen on esimerkiksi nimi@kunta.fi, ilman välilyöntejä.
entry-phone = ”{ $text }” ei ole puhelinnumero. Kirjoita numerot, esimerkiksi 040 123 4567; muun voi panna lisätietoihin.
entry-web = ”{ $text }” ei ole verkko-osoite. Sellainen on esimerkiksi kunta.fi/digituki, ilman välilyöntejä.
entry-date = ”{ $text }” ei ole päivä. Kirjoita esimerkiksi 6.10., 6.10.2021, ti, vk 41 tai +2 vk.
entry-no-month = Kuukautta { $month } ei ole – kuukaudet ovat 1–12.
entry-no-day = Päivää { $date } ei ole – siinä kuussa on { $days } päivää.
entry-no-week = Vuonna { $year } ei ole viikkoa { $week }. Tarkista viikko tai vuosi.
entry-no-week-ever = Viikkoa { $week } ei ole – viikot ovat 1–53.
entry-other-weekday = Se on { $day }. Korjaa viikonpäivä tai päivä.
entry-time = ”{ $text }” ei ole kellonaika. Kirjoita esimerkiksi 9, 9.30 tai klo 9–11.30.
entry-length = ”{ $text }” ei ole kesto. Kirjoita esimerkiksi 90, 1 h 30 min tai 1,5 h.
entry-number = ”{ $text }” ei ole lukumäärä. Kirjoita kokonaisluku, esimerkiksi 12.
entry-yes-no = ”{ $text }” – vastaa kyllä tai ei.
entry-no-choice = ”{ $text }” ei ole vaihtoehdoissa. Ne ovat: { $choices }.
entry-many-choices = ”{ $text }” voi olla { $choices }. Kirjoita vähän enemmän.
entry-nothing = Sanalla ”{ $text }” ei löydy mitään tähän kenttään. Vähemmillä kirjaimilla löytyy enemmän, ja puuttuvan voi lisätä ensin.
entry-several = ”{ $text }” voi olla { $records }. Kirjoita vähän enemmän tai valitse tunnuksella.
entry-several-more = ”{ $text }” voi olla { $records } tai jokin muu (vielä { $more }). Kirjoita vähän enemmän tai valitse tunnuksella.
entry-other-kind = Tähän kenttään käy vain: { $kinds }.
entry-open-quote = Lainausmerkki on jäänyt auki. Sulje se samanlaisella.
entry-no-field = Rivillä ei ole kenttää ”{ $key }”. Kentät ovat: { $keys }.
entry-key-twice = ”{ $key }” on kahdesti. Jätä toinen pois.
entry-id = ”{ $text }” ei käy tunnukseksi: siinä voi olla vain kirjaimia a–z, numeroita sekä merkit - ja _.
entry-in-field = { $field }: { $sentence }
entry-in-row = Rivi { $number }: { $sentence }

## Tallennus
save-failed-busy = Joku muu tallentaa juuri nyt. Kokeile hetken kuluttua uudelleen.
save-failed-busy-with = { $user } tallentaa juuri nyt (prosessi { $process }, klo { $since } alkaen). Kokeile hetken kuluttua uudelleen.
save-failed-no-directory = Kirjan hakemistoa { $file } ei ole. Tarkista, onko se siirretty tai levy irrotettu.
save-failed-full = Levy on täynnä, joten { $file } jäi ennalleen. Vapauta tilaa ja tallenna uudelleen.
save-failed-quota = Levytilasi on käytetty, joten { $file } jäi ennalleen. Vapauta tilaa ja tallenna uudelleen.
save-failed-read-only = { $file } on levyllä, jolle ei voi kirjoittaa. Valitse kirjalle toinen paikka.
save-failed-denied = Oikeutesi eivät riitä: { $file } jäi ennalleen. Pyydä kirjoitusoikeus kirjan hakemistoon.
save-failed-not-regular = { $file } on linkki tai muu kuin tavallinen tiedosto, eikä sen päälle kirjoiteta. Siirrä se pois.
save-failed-newer-format = { $file } on uudempaa muotoa, eikä siihen kirjoitettu. Päivitä ohjelma.
save-failed-frame = Tiedoston { $file } rakenne on rikki, eikä siihen kirjoitettu. Korjaa se tai palauta se hakemistosta backup.
save-failed-unreadable = Tietuetta { $id } ei voi enää lukea tiedostosta { $file }, eikä sitä korvattu. Korjaa tietue ja tallenna uudelleen.
save-failed-record-too-large = Tietue { $id } olisi yli 1 Mt. Lyhennä sitä, niin se mahtuu tiedostoon { $file }.
save-failed-unwritable = Tietuetta { $id } ei osattu kirjoittaa tiedostoon { $file }. Vika on ohjelmassa: ilmoita siitä.
save-failed-file-too-large = { $file } olisi yli 64 Mt. Poista tietueita, joita ei enää tarvita.
save-failed-intent = Kesken jääneen tallennuksen tiedostoa { $file } ei voi lukea. Siirrä se pois ja tallenna uudelleen.
save-failed-holds-book = Hakemistossa { $file } on jo kirja. Valitse toinen.
save-failed-not-empty = Hakemistossa { $file } on jo muuta. Valitse tyhjä hakemisto.
save-failed-unknown-region = Maakuntaa ”{ $name }” ei ole. Maakunnat: { $regions }.
save-failed-io = Tiedoston { $file } tallennus ei onnistunut: { $words }. Kokeile uudelleen; jos vika toistuu, levy voi olla rikki.
new-book-name = Kuntatutorit, { $region }

## Lomakkeet, muutokset, luonnokset, oma kirja
command-new = uusi
command-add = lisää tälle
    .short = lisää
command-edit = muokkaa
command-duplicate = kopioi pohjaksi
    .short = kopioi pohjaksi
command-delete = poista
command-note = kirjoita muistiinpano
    .short = muistiinpano
command-quick = korjaa nopeasti
    .short = korjaa
command-next-status = seuraava tila
    .short = seuraava tila
command-undo = kumoa
command-redo = tee uudelleen
command-finish = valmis
command-next-field = seuraava kenttä
    .short = kenttä
command-previous-field = edellinen kenttä
command-make-now = luo uusi saman tien
    .short = luo uusi
command-editor = avaa omassa editorissa
    .short = editori
command-move-up = siirrä ylemmäs
    .short = ylemmäs
command-move-down = siirrä alemmas
    .short = alemmas
command-invert = vaihda merkityt
command-settle = ratkaise ristiriita
command-who-am-i = kuka käyttää ohjelmaa
enter-next = seuraava
enter-finish = valmis
enter-rows = rivit
enter-row-new = uusi rivi
label-in-fi = { $label } suomeksi
label-in-sv = { $label } ruotsiksi
label-in-en = { $label } englanniksi
field-code = kuntanumero
field-me = minä olen
form-new = uusi { $kind }
form-edit = { $kind }: { $name }
form-note = muistiinpano: { $about }
form-row = { $label }: rivi { $number }
form-row-new = { $label }: uusi rivi
form-many = { $count ->
        [one] yhdelle merkitylle
       *[other] { $count } merkitylle
    }
form-wrong = { $count ->
        [one] Yksi kohta odottaa korjausta.
       *[other] { $count } kohtaa odottaa korjausta.
    }
form-unchanged = Mikään ei muuttunut.
form-key = Anna avain tai nimi, josta sen voi tehdä.
form-key-taken = Avain { $key } on jo käytössä. Valitse toinen.
form-row-leaving = Rivi on kesken: Ctrl-S vie sen mukaan, Esc uudelleen jättää sen pois.
form-row-deleted = Rivi poistettu.
form-row-add = + uusi rivi
form-rows = { $count ->
        [one] { $first }
       *[other] { $count } riviä · { $first } …
    }
form-rows-title = { $count ->
        [0] { $label }: ei vielä rivejä
        [one] { $label }: yksi rivi
       *[other] { $label }: { $count } riviä
    }
form-draft-kept = luonnos tallessa
form-reference-gone = Tätä ei enää ole kirjassa ({ $id }). Valitse toinen tai poista askelpalauttimella.
hint-rows-none = Kirjoita tai paina Enter: uusi rivi. Tab ohittaa.
hint-make-now = Mikään ei täsmää. F4 luo uuden saman tien.
hint-nothing-fits = Mikään ei täsmää. Kirjoita vähemmän kirjaimia, niin löytyy enemmän.
hint-long = Alt-Enter vaihtaa riviä. F6 avaa tekstin omassa editorissa.
hint-date = Esimerkiksi 6.10., ti, vk 41, +2vk.
hint-time = Esimerkiksi 9, 9.30 tai 9–11.30.
hint-length = Esimerkiksi 90, 1 h 30 min tai 1,5 h.
hint-phone = Esimerkiksi 040 123 4567.
hint-key = Lyhyt tunnus kirjaimin ja numeroin. Tyhjäksi jätettynä se tehdään nimestä.
echo-date = { $weekday } { $day } · viikko { $week }
pick-name-only = vain nimenä
nothing-to-make = Tähän kenttään ei luoda uutta.
no-text-to-edit = Editorissa avataan vain pitkiä tekstejä.
read-only = Kirja on avattu vain luettavaksi.
nothing-to-undo = Ei ole mitään kumottavaa.
nothing-to-redo = Ei ole mitään tehtävää uudelleen.
book-stays = Kirjan omia tietoja ei poisteta eikä monisteta; muokkaa niitä.
one-at-a-time = Tämä tehdään yhdelle kerrallaan. Esc poistaa merkinnät.
no-next-status = Seuraavaa tilaa ei ole.
nothing-to-settle = Tässä ei ole ristiriitaa.
change-done = { $act }: { $what }
undone = kumottu: { $act } { $what }
redone = tehty uudelleen: { $act } { $what }
first-and-others = { $count ->
        [one] { $first } ja yksi muu
       *[other] { $first } ja { $count } muuta
    }
status-now = { $what }: { $status }
conflict-kept = Joku muu muutti samaa kohtaa ({ $field }). Molemmat on tallessa: Tänään → ratkaistavaa.
news = Toisaalla { $act }: { $what }
news-by = { $who } – { $act }: { $what }
state-saving = tallentuu…
state-saved = ✓ tallessa
state-not-on-disk = ! ei levyllä
quit-unsaved = Kaikkea ei ole saatu levylle. Lopeta uudelleen, jos lähdet silti; se jää silloin pois.
draft-kept = Luonnos on tallessa: Tänään → kesken.
draft-taken = Luonnosta jatketaan toisessa istunnossa.
draft-discarded = Luonnos heitetty pois.
draft-failed = Luonnosta ei voitu kirjoittaa levylle: { $words }
drafts-found = { $count ->
        [one] Yksi lomake jäi kesken: Tänään → kesken.
       *[other] { $count } lomaketta jäi kesken: Tänään → kesken.
    }
draft-described = { $count ->
        [one] { $what }, { $when }, yksi merkki
       *[other] { $what }, { $when }, { $count } merkkiä
    }
draft-held = { $what }, { $when }, { $count } merkkiä, auki toisessa istunnossa
draft-continue = jatka
draft-take-over = jatka tässä (toinen istunto luovuttaa sen)
draft-look = katso
draft-discard = heitä pois
editor-failed = Editori: { $words }
editor-none = Editoria ei ole valittu: aseta EDITOR.
editor-ended = { $editor } päättyi virheeseen; teksti on ennallaan.
editor-missing = Ohjelmaa { $editor } ei löydy; aseta EDITOR.
paste-label = Liitetäänkö { $count } merkkiä?
paste-do = liitä
paste-not = älä liitä
delete-referred = { $count ->
        [one] { $what }: yksi tieto viittaa tähän. Poistetaanko?
       *[other] { $what }: { $count } tietoa viittaa tähän. Poistetaanko?
    }
delete-most = { $what }: poistetaanko kaikki { $count }, yli puolet?
delete-do = poista (u palauttaa)
delete-not = älä poista
add-label = lisää: { $name }
field-label = mikä tieto, { $count } merkittyä
settle-label = { $name }: { $field }
settle-present = pidä: { $value }
settle-other = ota: { $value }
settle-both = pidä molemmat
settle-empty = (tyhjä)
begin-label = Esimerkkikirjaa ei muuteta. Millainen on oma kirjasi?
begin-copy = kopio tästä esimerkistä
begin-copy-beside = Uusimaa 2021: tutorit, kunnat, sparraukset
begin-region = tyhjä kirja maakunnalle
begin-region-beside = maakunnan kunnat ja teemat valmiina
begin-shared = yhteinen hakemisto
begin-shared-beside = sama kirja työkavereiden kanssa
begin-region-label = maakunta
begin-municipalities = { $count ->
        [one] yksi kunta
       *[other] { $count } kuntaa
    }
begin-directory-label = hakemisto
begun = Kirja on valmis.
me-label = Kuka olet?
me-hint = Nimesi tulee muistiinpanoihin ja muutoksiin. Uuden teet F4:llä; tyhjäkin käy.
today-unfinished = kesken
today-settle = ratkaistavaa
## Command line: what changes the book
cli-add = Lisää tietue ja tulosta sen tunnus ja nimi
cli-edit = Muuta tietueen kenttiä
cli-delete = Poista tietue; undo palauttaa sen
cli-note = Kirjoita muistiinpano tietueesta
cli-undo = Kumoa viimeisin oma muutos
cli-redo = Tee kumottu uudelleen
cli-init = Perusta oma kirja: maakunnalle tai esimerkistä
cli-option-dry-run = Näytä muutos, mutta älä tallenna mitään
cli-option-read-only = Älä kirjoita kirjaan mitään
cli-option-id = Tunnus: kunnalle sen numero; teemalle ja kaudelle se syntyy muuten nimestä
cli-option-region = Maakunta, esimerkiksi Pirkanmaa: sen kunnat, muuten tyhjä kirja
cli-option-example = Oma kopio esimerkkikirjasta
cli-arg-text = Muistiinpanon teksti
cli-place-key = TUNNUS
cli-place-name = NIMI
cli-place-text = TEKSTI
cli-place-fields = --KENTTÄ ARVO …
cli-place-init = --region NIMI | --example
cli-after-add = kuntatutor add LAJI --help luettelee lajin kentät.
cli-after-add-kind = Kentät (* tarvitaan):{"\u000A"}{ $fields }{"\u000A"}{"\u000A"}--kenttä+ ARVO lisää luetteloon tai riviksi, rivi muodossa 'avain=arvo avain="arvo, jossa on välejä"'.{"\u000A"}--kenttä.fi ARVO kirjoittaa yhden kielen. Kentän nimi käy millä kielellä tahansa.
cli-after-edit = Kentät luettelee kuntatutor add LAJI --help.{"\u000A"}--kenttä ARVO kirjoittaa, --kenttä '' tyhjentää, --kenttä+ ARVO lisää luetteloon tai riviksi,{"\u000A"}--kenttä- ARVO poistaa luettelosta (rivin tunnuksella tai numerolla), --kenttä.RIVI.solu ARVO muuttaa riviä.
error-of-option = { $option }: { $sentence }
error-no-field = Sellaista kenttää ei ole. kuntatutor add LAJI --help luettelee kentät.
error-no-part = Kentän sisällä ei ole sellaista kohtaa, tai siihen ei voi lisätä. Rivin solu on --kenttä.RIVI.solu, kieli --kenttä.fi.
error-no-row = Riviä ”{ $row }” ei ole. Rivit ovat: { $rows }.
error-no-rows = Riviä ”{ $row }” ei ole: rivejä ei ole vielä yhtään. Lisää rivi merkillä +.
error-not-a-list = Kenttä ei ole luettelo. Jätä + tai - pois.
error-not-in-list = ”{ $text }” ei ole luettelossa, joten sitä ei voi poistaa.
error-not-in-book = Tietuetta { $link } ei ole kirjassa. Tarkista tunnus tai lisää tietue ensin.
error-one-book = Kirja on jo: sitä muutetaan komennolla kuntatutor edit book:book. Uuden kirjan perustaa kuntatutor init.
error-book-stays = Kirjan omia tietoja ei voi poistaa, vain muuttaa: kuntatutor edit book:book.
error-id-is-made = Tälle lajille ({ $kind }) tunnus syntyy itsestään. Jätä --id pois.
error-id-taken = Tunnus ”{ $id }” on jo käytössä. Valitse toinen, tai muuta olemassa olevaa komennolla edit.
error-id-needed = Nimestä ei synny tunnusta. Anna se valitsimella --id, esimerkiksi --id kausi-2026.
error-municipality-code = Kunnalle tarvitaan sen kolminumeroinen kuntanumero: esimerkiksi --id 091.
error-read-only = Kirja on auki vain luettavaksi, joten mitään ei muutettu. Jätä --read-only pois.
error-example = Auki on esimerkkikirja, jota ei voi muuttaa. Perusta ensin oma: kuntatutor init --example tai kuntatutor init --region NIMI.
change-nothing = Mikään ei muutu.
change-conflict = Joku muu oli muuttanut samaa kohtaa ({ $record }, { $field }). Molemmat ovat tallessa, ja tietueesta voi valita, kumpi jää.
deleted = { $count ->
    [0] Poistettu. kuntatutor undo palauttaa.
    [one] Poistettu. { $count } tietue viittaa tähän ja näyttää sen poistettuna. kuntatutor undo palauttaa.
   *[other] Poistettu. { $count } tietuetta viittaa tähän ja näyttää sen poistettuna. kuntatutor undo palauttaa.
}
init-done = Kirja on valmis. kuntatutor avaa sen.
init-would = Kirja perustettaisiin tähän.
turn-moved-nothing = Tässä ei ollut enää mitään muutettavaa: joku muu oli jo muuttanut samaa.
settle-gone = jätä pois: { $value }
change-revived = { $what } oli poistettu toisaalla; muutoksesi palautti sen.
backup-failed = Päivän varmuuskopiota ei saatu tehtyä: { $words } Muutokset ovat silti tallessa.
save-waits = { $words } Muutos on muistissa; Ctrl-S yrittää uudelleen.
state-read-only = vain luku
command-save-again = tallenna uudelleen
nothing-to-save = Kaikki on jo levyllä.
hint-none-yet = Näitä ei ole vielä kirjassa. F4 luo ensimmäisen.
entry-before = Tämä on ennen alkua ({ $begins } { $day }). Tarkista kumpikin päivä.
hint-replaces = Uusi teksti korvaa vanhan. Nuolinäppäin jättää vanhan muokattavaksi.
draft-elsewhere = Tätä lomaketta jatketaan toisessa istunnossa. Esc sulkee sen tässä; Ctrl-S uudelleen tallentaa silti.
problem-missing = tiedosto puuttuu; kopio on hakemistossa backup/{ $day }
state-draft-not-on-disk = ! luonnos ei levyllä
save-failed-gone = { $file } on kadonnut levyltä, eikä sen tilalle tehty uutta. Palauta se hakemistosta backup tai sieltä, minne se vietiin.

## Tables
heading-id = tunniste
heading-whole-name = koko nimi
heading-in-language = { $label } ({ $language })
heading-of-cell = { $label }: { $cell }

## Bringing tables in
import-guessed = { $text }: luettiin { $place }
import-no-place = Kuntaa ”{ $text }” ei ole tässä kirjassa.
import-no-id = Tunniste ”{ $text }” ei kelpaa.
import-no-key = Koodi tai tunniste puuttuu.
import-one-only = Tähän mahtuu vain yksi numero tai osoite.
import-homeless = Työpaikka puuttuu.
import-stands = { $heading }: aiempi rivi sanoo muuta, se pysyy. ”{ $text }” jää sen viereen tai lisätietoon.
import-in-note = { $heading }: { $why } Teksti menee lisätietoon.
import-unread = { $heading }: { $why }

## Bringing tables in: the screen
command-import = tuo taulukko
    .short = tuo
    .also = excel csv xlsx ods yhteystiedot taulukko lue tuonti
begin-spreadsheet = tuo yhteystiedot taulukosta
begin-spreadsheet-beside = ensin maakunta, sitten tiedosto
tables-label = Tuo taulukko
tables-hint = kirjoita nimi tai polku, tai liitä solut tähän
tables-found = Löytyneet taulukot, uusin ensin:
tables-nothing-found = Taulukoita ei löytynyt kotihakemistosta. Kirjoita tiedoston polku tai liitä solut tähän.
tables-none = Kirjoita tiedoston polku tai liitä solut.
tables-reading = Luetaan… { $rows } riviä. Esc keskeyttää.
tables-missing = Tiedostoa { $path } ei ole. Tarkista nimi.
tables-system = Tiedostoa ei voi lukea: { $words }
import-title = Tuodaan { $name }: { $kind }
import-pasted = liitetyt solut
import-going = käydään läpi rivejä: { $rows } / { $all }
import-tally-new = { $count ->
    [one] 1 uusi
   *[other] { $count } uutta
}
import-tally-changed = { $count ->
    [one] 1 muuttuu
   *[other] { $count } muuttuu
}
import-tally-same = { $count ->
    [one] 1 ennallaan
   *[other] { $count } ennallaan
}
import-tally-again = { $count ->
    [one] 1 rivi samasta
   *[other] { $count } riviä samoista
}
import-tally-organisations = { $count ->
    [one] 1 uusi organisaatio
   *[other] { $count } uutta organisaatiota
}
import-tally-left-out = { $count ->
    [one] 1 rivi jää pois
   *[other] { $count } riviä jää pois
}
import-view-columns = sarakkeet
import-view-rows = rivit
import-view-remarks = katsottavaa { $count }
import-nothing-remarkable = Ei mitään katsottavaa.
import-kind = Tuodaan
import-sheet = Taulukko
import-sheet-number = taulukko { $number }
import-heading = Otsikot
import-heading-at = rivillä { $number }
import-heading-line = rivi { $number }: { $cells }
import-heading-none = ei otsikoita
import-known = Kirjassa jo olevat
import-known-updated = päivitetään
import-known-skipped = pysyvät ennallaan
import-order = Nimet
import-order-given = etunimi ensin
import-order-family = sukunimi ensin
import-guesses = Kuntien nimivirheet
import-guesses-on = luetaan lähimpänä
import-guesses-off = jätetään lukematta
import-column = sarake { $number }
import-means = { $heading } on
import-means-note = lisätietoon
import-means-nothing = ei tuoda
import-as-above = { $name }, tyhjä = sama kuin yllä
import-fate-new = uusi
import-fate-changed = muuttuu
import-fate-same = ennallaan
import-fate-again = = rivi { $line }
import-fate-skipped = ei muuteta
import-fate-left-out = jää pois
import-row = Rivi { $number }
import-reason = Syy
import-finish = tuo kirjaan
import-not-yet = Rivejä käydään vielä läpi.
import-done = Tuotu: { $new } uutta, { $changed } päivitetty, { $out } jäi pois. u kumoaa.
import-nothing = Taulukossa ei ole mitään uutta: kirja on jo sen mukainen.
enter-change = muuta
## Reading tables
notice-hidden-sheets = { $count ->
    [one] Piilotettu taulukko jätettiin pois.
   *[other] { $count } piilotettua taulukkoa jätettiin pois.
}
notice-only-hidden = { $count ->
    [one] Näkyvissä ei ollut mitään, joten luettiin piilotettu taulukko.
   *[other] Näkyvissä ei ollut mitään, joten luettiin { $count } piilotettua taulukkoa.
}
notice-mixed-encoding = { $count ->
    [one] Tiedostossa on kahta merkistöä: yksi rivi luettiin Windowsin merkein. Tarkista sen ä:t ja ö:t.
   *[other] Tiedostossa on kahta merkistöä: { $count } riviä luettiin Windowsin merkein. Tarkista niiden ä:t ja ö:t.
}
unreadable-empty = Tässä ei ole mitään luettavaa. Valitse tiedosto, jossa on ainakin yksi täytetty rivi.
unreadable-stopped = Lukeminen keskeytettiin. Mikään ei muuttunut.
unreadable-pdf = Tämä on PDF. Pyydä alkuperäinen taulukko, tai kopioi rivit siitä ja liitä ne tähän.
unreadable-document = Tämä on asiakirja, ei taulukko. Kopioi siitä taulukko ja liitä se tähän, tai tallenna se muodossa .xlsx.
unreadable-picture = Tämä on kuva. Tarvitaan taulukko: .xlsx, .ods, .xls tai .csv.
unreadable-locked = Tiedosto on suojattu salasanalla. Avaa se taulukko-ohjelmassa ja tallenna ilman salasanaa.
unreadable-broken = Tiedosto on rikki tai jäänyt kesken. Avaa se taulukko-ohjelmassa ja tallenna uudelleen muodossa .xlsx, tai hae se uudestaan.
unreadable-other-workbook = Tämän muotoista taulukkoa ei osata lukea. Avaa se taulukko-ohjelmassa ja tallenna muodossa .xlsx tai .ods.
unreadable-archive = Tämä on pakattu kansio. Pura se ja valitse siitä taulukko.
unreadable-json = Tämä on JSONia, ei taulukko. Tarvitaan .xlsx, .ods, .xls tai .csv.
unreadable-markup = Tämä on verkkosivu tai XML-tiedosto. Avaa se taulukko-ohjelmassa ja tallenna muodossa .xlsx.
unreadable-binary = Tämä ei ole taulukko eikä tekstiä. Tarvitaan .xlsx, .ods, .xls tai .csv.
unreadable-bytes = Tiedosto on liian suuri: luetaan enintään { $most } megatavua. Jaa se pienempiin.
unreadable-unfolded = Taulukko on purettuna liian suuri: luetaan enintään { $most } megatavua. Jaa se pienempiin.
unreadable-rows = Rivejä on liikaa: luetaan enintään { $most } täytettyä riviä. Jaa taulukko pienempiin.
unreadable-cells = Soluja on liikaa: luetaan enintään { $most } solua. Poista tarpeettomat sarakkeet tai jaa taulukko pienempiin.
unreadable-cut-in-quote = Tiedosto loppuu kesken solun: rivin { $line } lainausmerkki jää auki. Mitään ei luettu. Hae tiedosto uudestaan tai korjaa rivi.
unwritable-cell = { $title }, { $field }: tekstiä on enemmän kuin Excelin soluun mahtuu (32 767 merkkiä). Lyhennä sitä tai vie CSV:nä.
unwritable-rows = Rivejä tai sarakkeita on enemmän kuin Exceliin mahtuu. Vie vähemmän kerrallaan tai CSV:nä.

## Bringing tables in: the command line
cli-import = Tuo taulukko kirjaan: XLSX, ODS, CSV tai TSV
cli-place-file = TIEDOSTO
cli-place-columns = SARAKKEET
cli-arg-import-file = tiedosto; - on oletussyöte
cli-arg-import-kind = mitä rivit ovat, esimerkiksi henkilöt; muuten otsikoista arvattuna
cli-option-sheet = taulukon nimi työkirjassa
cli-option-import-columns = mitä sarakkeet ovat: 'Puh.=phone; 3=email; Nro='
cli-option-rejects = kirjoita pois jääneet rivit syineen tähän tiedostoon
cli-option-skip-known = jätä kirjassa jo olevat ennalleen
cli-option-exact-places = älä arvaa väärin kirjoitettuja kuntia
cli-option-family-first = kokonimissä sukunimi on ensin
import-no-sheet = Taulukkoa ”{ $name }” ei ole. Työkirjassa on: { $names }.
import-no-column = Saraketta ”{ $name }” ei ole. Sarakkeet ovat: { $names }.
import-no-part = ”{ $name }” ei ole kenttä. Kentät ovat: { $names }.
import-which-kind = Otsikoista ei selviä, mitä rivit ovat. Kerro se tiedoston jälkeen, esimerkiksi: henkilöt.
import-remark = Rivi { $number }, { $title }: { $remarks }
import-did = Tuotu: { $new } uutta, { $changed } muuttunut, { $again } samoista, { $same } ennallaan, { $out } jäi pois, { $organisations } uutta organisaatiota.
import-would = Tuotaisiin: { $new } uutta, { $changed } muuttuisi, { $again } samoista, { $same } ennallaan, { $out } jäisi pois, { $organisations } uutta organisaatiota.
import-rejects-written = Pois jääneet ja vajaasti luetut rivit ovat tiedostossa { $path }.
## A person moves, a municipality merges, a season follows
command-move-person = muuta työpaikkaa
    .also = vaihtaa työpaikkaa uusi kunta siirtyy
command-merge-municipality = liitä kunta toiseen
    .also = kuntaliitos yhdistä kunnat
command-next-season = aloita seuraava kausi
    .also = uusi kausi seuraava vuosi rullaa
says-stays-out = ei jatka
enter-do = tee näin
enter-comes = jatkaa
errand-leaving = Tiedot ovat kesken: Ctrl-S jatkaa, Esc uudelleen jättää tekemättä.
errand-missing = Tämä tarvitaan vielä.
move-title = { $name }: uusi työpaikka
move-needs-person = Valitse ensin henkilö
move-done = { $who }: { $place } { $day } alkaen.
move-unmanned = { $place } tarvitsee uuden yhteyshenkilön.
move-there = Siellä ollaan jo: { $place }. Anna uusi paikka, nimike tai yksikkö.
move-nowhere = Paikkaa { $place } ei ole kirjassa. Lisää se ensin.
works-from = { $day } alkaen: { $where }
section-former-people = täällä aiemmin
field-merge-into = mihin kuntaan
field-merge-day = mistä päivästä
merge-title = { $name }: kuntaliitos
merge-needs-municipality = Valitse ensin kunta
merge-itself = Kuntaa { $name } ei voi liittää itseensä. Valitse toinen kunta.
merge-already = { $name } on jo liittynyt kuntaan { $into }. Valitse toinen kunta.
merge-ended = { $name } on lakannut jo { $day }. Valitse aiempi päivä tai toinen kunta.
merge-not-yet = { $name } on olemassa vasta { $day } alkaen. Valitse myöhempi päivä tai toinen kunta.
merge-done = { $name } liittyy kuntaan { $into } { $day }.
merge-moves = Siirtyy kuntaan { $into }: { $what }.
merge-stays = Jää kunnan { $name } historiaan: { $what }.
merge-none = ei mitään
merge-opts-out = { $count ->
    [one] { $into } jää pois yhdeltä kaudelta, koska liittyvä kunta oli ilmoittanut niin.
   *[other] { $into } jää pois { $count } kaudelta, koska liittyvä kunta oli ilmoittanut niin.
}
merge-undo = Kaikki tehdään yhtenä muutoksena: u kumoaa sen.
merged-into = liittyi kuntaan { $into } { $day }
merges-into = liittyy kuntaan { $into } { $day }
merged-here = tähän kuntaan liittyy { $name } { $day }
municipality-ended = lakkasi { $day }
count-coachings = { $count ->
    [one] 1 sparraus
   *[other] { $count } sparrausta
}
count-sessions = { $count ->
    [one] 1 tilaisuus
   *[other] { $count } tilaisuutta
}
count-actions = { $count ->
    [one] 1 toimi
   *[other] { $count } tointa
}
count-people = { $count ->
    [one] 1 henkilö
   *[other] { $count } henkilöä
}
count-seasons = { $count ->
    [one] 1 kausi
   *[other] { $count } kautta
}
count-others = { $count ->
    [one] 1 muu tietue
   *[other] { $count } muuta tietuetta
}
count-tutors = { $count ->
    [one] 1 tutor
   *[other] { $count } tutoria
}
count-rounds = { $count ->
    [one] 1 kierros
   *[other] { $count } kierrosta
}
count-waiting = { $count ->
    [one] 1 odottava kunta
   *[other] { $count } odottavaa kuntaa
}
count-unasked = { $count ->
    [one] 1 tutor kysymättä
   *[other] { $count } tutoria kysymättä
}
next-season-title = { $name }: seuraava kausi
next-season-taken = Kausi { $name } (avain { $key }) on jo kirjassa. Anna toinen avain.
next-season-backwards = Kausi loppuisi ennen kuin se alkaa. Tarkista päivät.
next-season-done = Kausi { $name }: { $what }.
next-season-later = s vaihtaa kautta.
next-season-actions = { $count ->
    [one] 1 avoin toimi jatkuu: se ei kuulu millekään kaudelle.
   *[other] { $count } avointa tointa jatkuu: ne eivät kuulu millekään kaudelle.
}
roll-title = { $name }: ketkä tutorit jatkavat?
roll-others = { $count ->
    [0] Kukaan muu ei jatka kysymättä.
    [one] 1 koordinaattori tai yhteyshenkilö jatkaa kysymättä.
   *[other] { $count } koordinaattoria tai yhteyshenkilöä jatkaa kysymättä.
}
roll-gone = Yhteyshenkilöinä eivät enää jatka: { $names }.
roll-left = lähti { $day }
roll-load = { $count ->
    [one] 1 sparraus
   *[other] { $count } sparrausta
}
roll-load-of = { $count }/{ $ceiling } sparrausta
roll-yes = jatkaa
roll-no = ei jatka
roll-unasked = ?
roll-end = aloita kausi: { $yes } jatkaa, { $no } ei, { $unasked } kysymättä
roll-asked = Tässä ei ole enää ketään kysyttävänä. Enter aloittaa kauden.
cli-move = Henkilö vaihtaa työpaikkaa: vanha päättyy, uusi alkaa
cli-merge = Kunta liittyy toiseen: avoimet asiat siirtyvät, historia jää
cli-next-season = Aloita kausi edellisen pohjalta
cli-place-move = --to PAIKKA
cli-place-merge = municipality KUNTA into KUNTA on PÄIVÄ
cli-arg-merge = Mikä kunta, mihin kuntaan, mistä päivästä: municipality Pornainen into Porvoo on 1.1.2027. Samoin kunta, kuntaan, alkaen. Ilman päivää seuraava 1.1.
cli-option-to = Kunta tai organisaatio, johon henkilö siirtyy
cli-option-title = Uusi nimike
cli-option-unit = Uusi yksikkö
cli-option-on = Ensimmäinen päivä uudessa paikassa; muuten tänään
cli-option-name = Kauden nimi; muuten edellisen nimi vuodella eteenpäin
cli-option-key = Kauden avain; muuten edellisen avain vuodella eteenpäin
cli-option-starts = Ensimmäinen päivä; muuten vuosi edellisen alusta
cli-option-ends = Viimeinen päivä; muuten vuosi edellisen lopusta
cli-option-without = Tutor, joka ei jatka; voi antaa monta kertaa. Muut jatkavat, paitsi jo lähteneet
cli-place-place = PAIKKA
cli-place-day = PÄIVÄ
error-merge-words = Sano mikä kunta liittyy mihin: kuntatutor merge municipality Pornainen into Porvoo on 1.1.2027
error-not-a-tutor = { $name } ei ole kauden { $season } tutor. Jätä --without { $name } pois.
## Likely duplicates
command-duplicates = etsi kaksoiskappaleet
    .also = kaksoiskappaleet tuplat yhdistä
command-take-left = ota vasen
    .short = vasen
command-take-right = ota oikea
    .short = oikea
says-take-both = ota molemmat
    .short = molemmat
command-unite = yhdistä nämä kaksi
    .short = yhdistä
command-no = ei
says-not-same = eivät ole sama
    .short = eri
command-later = myöhemmin, seuraava pari
    .short = myöhemmin
enter-unite = yhdistä
reason-same-name = sama nimi
reason-similar-name = samantapainen nimi
reason-shorter-name = sama nimi lyhyempänä
reason-same-email = sama sähköposti
reason-same-phone = sama puhelin
reason-similar-address = sama sähköpostin alku
reason-same-site = sama verkko-osoite
reason-same-place = sama paikka
reason-other-place = eri paikka
reason-same-title = sama nimi
reason-similar-title = samantapainen nimi
reason-same-municipality = sama kunta
field-apart = samannäköiset mutta eri
field-one = ensimmäinen
field-other = toinen
duplicates-none = Kaksoiskappaleita ei löytynyt.
duplicates-none-left = Tässä ei ole enää mitään yhdistettävää.
duplicates-done = { $count ->
    [0] Kaikki parit on käyty läpi. Mitään ei yhdistetty.
    [one] Kaikki parit on käyty läpi. Yksi yhdistettiin. u kumoaa viimeisen muutoksen.
   *[other] Kaikki parit on käyty läpi. { $count } yhdistettiin. u kumoaa viimeisen muutoksen.
}
duplicates-stays = jää
duplicates-goes = poistuu
duplicates-same = kummassakin sama: { $fields }
duplicates-no-difference = Tiedot ovat samat. Enter yhdistää.
only-one-stands = Tästä kohdasta voi jäädä vain toinen.
apart-told = Muistetaan: { $one } ja { $other } eivät ole sama.
cli-duplicates = Luettele todennäköiset kaksoiskappaleet
cli-unite = Yhdistä kaksi tietuetta: ensimmäinen jää, ja toisen tiedot ja viittaukset siirtyvät siihen
cli-apart = Muista, että kaksi tietuetta eivät ole sama
cli-place-kind-or-all = [LAJI]
cli-place-keep = JÄÄ
cli-place-gone = POISTUU
cli-place-one = ENSIMMÄINEN
cli-place-other = TOINEN
cli-arg-keep = Tietue, joka jää: tunnus tai nimen sanat lainausmerkeissä
cli-arg-gone = Tietue, joka yhdistetään siihen
cli-arg-one = Tietue: tunnus tai nimen sanat lainausmerkeissä
cli-arg-other = Toinen tietue
error-other-kind = { $one } ja { $other } ovat eri lajia. Anna kaksi samanlajista tietuetta.
error-one-record = Molemmat ovat sama tietue, { $one }. Anna kahden eri tietueen tunnukset.
error-not-united = Yhdistää voi vain näitä: { $kinds }.
united = Yhdistetty. kuntatutor undo kumoaa.
## Export of tables
command-export = vie taulukoksi
    .also = excel csv xlsx vie lataa tallenna
enter-write = kirjoita tiedosto
export-title = vie taulukoksi: { $kinds }
export-what = mitä
export-format = muoto
export-file = tiedosto
export-write = kirjoita tiedosto
export-marked = { $count ->
    [one] { $count } merkitty
   *[other] { $count } merkittyä
}
export-listed = { $count ->
    [one] luettelossa näkyvä { $count }
   *[other] luettelossa näkyvät { $count }
}
export-all = kaikki { $count }
export-xlsx = Excel (XLSX)
export-csv = puolipistein eroteltu (CSV)
export-tsv = sarkaimin eroteltu (TSV)
export-sum = rivejä { $rows }, sarakkeita { $columns }
export-columns = sarakkeet: { $count }/{ $all }
export-id-why = tuonnissa rivi palaa tietueeseensa
export-empty = tyhjä kaikissa
export-existing = Tiedosto on jo
export-replace = korvaa vanha
export-other-name = anna toinen nimi
export-no-columns = Merkitse ensin ainakin yksi sarake
export-mark-columns = Välilyönti merkitsee sarakkeita
export-done = Tiedosto on valmis: { $path }
export-exists = { $path } on jo. Mitään ei kirjoitettu.
export-name = ”{ $path }” ei käy: anna tiedoston nimi, joka ei ala merkillä - tai .
export-of-book = { $path } on kirjan oma tiedosto. Anna toinen nimi.
export-no-directory = Hakemistoa ei ole: { $path }. Tarkista polku.
export-not-regular = { $path } on linkki, hakemisto tai muu kuin tavallinen tiedosto. Anna toinen nimi.
export-full = Levytila loppui, joten tiedostoa { $path } ei kirjoitettu. Vapauta tilaa tai valitse toinen paikka.
export-denied = Oikeutesi eivät riitä: { $path } jäi kirjoittamatta. Valitse toinen paikka.
export-failed = Tiedoston { $path } kirjoitus ei onnistunut: { $words }
nothing-to-export = Tässä ei ole vielä mitään vietävää

## All addresses
addresses-count = { $count ->
    [one] { $count } osoite
   *[other] { $count } osoitetta
}
addresses-without = ilman osoitetta: { $names }
addresses-wrong = kelvoton osoite: { $names }
names-and-more = { $names } ja { $count } muuta

## Command line: tables and addresses
cli-export = Kirjoita yhden lajin tietueet taulukoksi: CSV, TSV tai XLSX
cli-place-export = LAJI TIEDOSTO [SANAT]
cli-place-format = MUOTO
cli-arg-file = Tiedosto, esimerkiksi henkilot.xlsx; - tulostaa
cli-option-columns = Sarakkeet pilkuin eroteltuina, kentän avaimella tai otsikolla: id,sukunimi,puhelin
cli-option-format = csv, tsv tai xlsx, ellei tiedoston pääte kerro sitä
cli-option-force = Korvaa tiedosto, jos se on jo
cli-option-emails = Tulosta vain sähköpostiosoitteet yhdelle riville
export-told = { $path }: rivejä { $rows }, sarakkeita { $columns }
export-would = Näin kirjoitettaisiin: { $path }, rivejä { $rows }, sarakkeita { $columns }
error-export-exists = { $path } on jo. Anna toinen nimi tai korvaa se valitsimella --force.
error-export-format = Tiedoston ”{ $path }” päätteestä ei näy muoto: anna .csv, .tsv tai .xlsx, tai nimeä se valitsimella --format.
error-export-stdout = Tulosteeksi (-) käyvät csv ja tsv ilman valitsinta --json. Anna xlsx-taulukolle tiedosto.
error-export-column = Saraketta ”{ $column }” ei ole. Sarakkeet ovat: { $columns }.
error-export-empty = Tässä lajissa ei ole vielä yhtään tietuetta, joten mitään ei kirjoitettu.
import-rejects-label = { $count ->
    [one] 1 rivi jäi osin lukematta
   *[other] { $count } riviä jäi osin lukematta
}
import-rejects-not = jatka
import-rejects-do = kirjoita rivit ja syyt tiedostoon
import-beyond = Solulla ei ole otsikkoa: ”{ $text }” menee lisätietoon.
import-no-season = Rooli ilman tunnettua kautta.
import-fate-unwanted = ei tuoda
import-leave-out = jätä pois
import-somebody-else = eri henkilö
import-rows-only = Rivejä näkee Tabilla.
import-not-about-anybody = Rivi on jo omansa.
import-done-asks = Tuotu: { $new } uutta, { $changed } päivitetty, { $out } jäi pois.
import-nothing-taken = Yhtään riviä ei voitu tuoda. Tarkista, mitä sarakkeet ovat.
import-pairs-label = { $count ->
    [one] 1 pari näyttää samalta
   *[other] { $count } paria näyttää samalta
}
import-pairs-look = katso parit nyt
import-pairs-later = myöhemmin
import-pairs-later-beside = komento: etsi kaksoiskappaleet

## What time brings, and days that cannot be
move-begun = Työpaikka { $place } alkaa { $day }, joten siirron on oltava sen jälkeen. Anna myöhempi päivä tai muokkaa henkilön työpaikkoja.
move-then = Sitä jatkuu { $last } asti: { $place } on sovittu { $day } alkaen.
export-needs-list = Avaa ensin luettelo, esim. henkilöt
standing-merged = liittyi: { $into }
standing-ended = päättynyt
roll-passed-over = { $count ->
    [one] 1 tutor kysymättä. Ctrl-S uudelleen jättää hänet pois.
   *[other] { $count } tutoria kysymättä. Ctrl-S uudelleen jättää heidät pois.
}
next-season-untutored = { $count ->
    [one] { $places } jää tutorikunnaksi ilman tutoria.
   *[other] Tutorikunniksi ilman tutoria jäävät: { $places }.
}
import-spelt = ”{ $held }” onkin ”{ $text }”, kuten sähköpostissa.
paths-mappings = tuotujen taulukoiden sarakkeet
next-season-overlaps = Kausi { $name } jatkuu { $day } asti. Anna uudelle kaudelle sitä myöhempi alkupäivä.
next-season-past = Tämä kausi on jo ohi.
field-merger-told = liitos kirjattu
merge-past = { $day } on jo takana: päättyneet kaudet jäävät ennalleen.
merge-running = Päivä on kesken kauden { $name }: sen tutor- ja kohdekunnat jäävät ennalleen, mutta avoimet asiat siirtyvät.
import-unknown-id = Tunnistetta ei ole tässä kirjassa: rivistä tulee uusi.
import-stays = { $why } Kirja pysyy tältä osin ennallaan.
move-ended = Päättyi: { $places }.

## Planning: commands and fields
command-who = ketkä voisivat lähteä
    .short = ketkä?
    .also = tutorit ehdota who
command-when = milloin sopii
    .short = milloin?
    .also = ajankohta kysely päivä when poll
command-day-later = päivää myöhemmäksi
    .short = myöhemmäksi
command-day-earlier = päivää aiemmaksi
    .short = aiemmaksi
command-day-before = edellinen päivä
    .short = edellinen
command-day-after = seuraava päivä
    .short = seuraava
command-template = ota pohja
    .short = pohja
    .also = malli ohjelma muistilista template
command-propose = ehdota kauden sparraukset
    .short = ehdota
    .also = suunnittele kausi plan propose
command-clashes = päällekkäisyydet ja ristiriidat
    .also = törmäykset clashes
command-mine = vain omat / kaikki
    .short = omat / kaikki
command-requests = pyynnöt
command-agenda = aikajärjestys
command-month = kuukausi
    .also = kalenteri
command-coverage = kattavuus
command-load = kuormitus
field-sending = nimeämättä (tutorkunta)
field-tasks = muistettavat
field-days-before = päiviä ennen
field-days-after = päiviä jälkeen
field-travel-default = muut matkat
choice-level-off = ei huomauta
choice-level-note = mainitsee
choice-act-plan = suunniteltu
cli-today = Näytä, mikä nyt kaipaa tekijää
cli-clashes = Luettele päällekkäisyydet ja ristiriidat
cli-coverage = Näytä, miten kunnat on tavoitettu
cli-load = Näytä tutorien kuormitus
cli-plan = Ehdota sparraukset kauden vielä tavoittamattomille kunnille
cli-place-season = KAUSI
cli-place-plan = propose
cli-option-season = kauden avain tai nimi; muuten käsillä oleva kausi
cli-option-mine = vain omat asiat
cli-option-accept = vie ehdotus kirjaan
cli-arg-propose = näytä ehdotus

## Plan: views
view-month = kuukausi
view-coverage = kattavuus
view-load = kuormitus
empty-coverage = Kaudella ei ole tavoitettavia kuntia.
empty-load = Kaudella ei ole vielä tutoreita. Tutorin rooli annetaan henkilölle.
plan-group = {$group} · {$count}
plan-no-date = päivä puuttuu
plan-week = vk {$week} · {$from}–{$until}
month-week = vk
month-nothing = Tänä päivänä ei ole tilaisuuksia.
month-away = {$who} poissa
month-for = valittuna {$what}
month-next = seuraava tilaisuus
month-1 = tammikuu
month-2 = helmikuu
month-3 = maaliskuu
month-4 = huhtikuu
month-5 = toukokuu
month-6 = kesäkuu
month-7 = heinäkuu
month-8 = elokuu
month-9 = syyskuu
month-10 = lokakuu
month-11 = marraskuu
month-12 = joulukuu
load-nobody-named = (nimeämättä)
load-who = tutor
load-place = kunta
load-bar = kuormitus
load-count = määrä
load-hours = työaika
load-whom = sparraa
load-of = {$taken} / {$most}
load-left = ei enää mukana
load-away = poissa {$until} asti
no-day-to-move = Tällä ei ole siirrettävää päivää.
day-now = {$what}: nyt {$day} (u kumoaa)
month-one = Päivänä on enintään yksi tilaisuus.
## Requests and Today

entry-no-round = Kierrosta ”{ $text }” ei ole. Kierrokset ovat { $rounds }.
entry-no-rounds = Yhdelläkään kaudella ei ole vielä sparrauskierroksia. Lisää kierros ensin kaudelle.
round-places-left = { $count ->
    [0] täynnä
    [one] 1 paikka jäljellä
   *[other] { $count } paikkaa jäljellä
}
## Steps, inheritance, templates
no-template = Kirjassa ei ole pohjaa tällaiselle tilaisuudelle.
template-label = Pohja: { $what }
template-beside = { $items ->
        [one] yksi ohjelmakohta
       *[other] { $items } ohjelmakohtaa
    }, { $tasks } muistettavaa
template-nothing = Pohjassa ei ole mitään, mikä tästä vielä puuttuisi.
template-taken = Pohjasta tuli { $items ->
        [one] yksi ohjelmakohta
       *[other] { $items } ohjelmakohtaa
    } ja { $tasks } muistettavaa.
followed-under-way = Sparraus { $what } on nyt käynnissä.
followed-sessions = Samalla muuttui { $count ->
        [one] yksi tuleva tilaisuus
       *[other] { $count } tulevaa tilaisuutta
    }.
## Coverage and load
stage-never = ei vielä kysytty
stage-not-now = ei nyt
stage-waiting = jonossa
stage-asked = pyydetty
stage-offered = tarjottu
stage-planned = suunnitteilla
stage-held = pidetty
stage-feedback-in = palaute saatu
stage-opted-out = ei osallistu
coverage-sums = Kausi { $season }: { $targets } kohdekunnasta tavoitettu { $reached }, tulossa { $way }, jäljellä { $left }.
coverage-none = Kaudella ei ole kohdekuntia. Lisää kuntia kirjaan tai kauteen.
coverage-never = ei koskaan
coverage-never-known = ei koskaan, sikäli kuin tiedetään
coverage-next = seuraava { $day }
coverage-stage-since = { $stage } ({ $day })
load-none = Kaudella { $season } ei ole tutoreita. Anna henkilölle tutorin rooli tai lisää kaudelle tutorkunta.
load-unnamed = tutorkunta, ei nimettyä tutoria
load-full = täynnä
coverage-never-short-known = ei tiedossa
coverage-remark = tavoitettu {$reached}/{$targets}
coverage-municipality = kunta
coverage-last = tavoitettu
coverage-planned = sovittu
coverage-stage = vaihe
coverage-feedback = palaute
coverage-then = seuraavaksi
## Who could go, and where
match-theme = teema { $names }
match-themes-both = molemmat teemat
match-themes-all = kaikki { $count } teemaa
match-themes-some = { $count }/{ $of } teemaa: { $names }
match-theme-one = sama teema
match-themes-count = { $count }/{ $of } teemaa
match-speaks-finnish = puhuu suomea
match-speaks-swedish = puhuu ruotsia
match-speaks-english = puhuu englantia
match-free-day = vapaa sinä päivänä
match-free-week = vapaa sillä viikolla
match-free-longer = vapaa koko ajan
match-never-met = uusi tuttavuus
match-coached = sparrasi heitä { $season }
match-knows = tuttu ennestään
match-neighbour = naapuri
match-similar-size = samankokoinen kunta
match-same-class = samantyyppinen kunta
match-ask-office = kysy kunnasta
match-asked =
    { $count ->
        [0] pyysi tänään
        [one] odottanut päivän
       *[other] odottanut { $count } päivää
    }
match-never-reached = ei koskaan tavoitettu
match-own = oma kunta
match-left = lähti { $day }
match-absent = poissa { $days }
match-absent-why = poissa { $days } ({ $why })
match-full = enimmäismäärä { $count } täynnä
match-booked = samaan aikaan: { $session }
match-no-finnish = ei puhu suomea
match-no-swedish = ei puhu ruotsia
match-no-english = ei puhu englantia
match-no-contact = ei yhteystietoja

## When, and the poll of days
day-tutors-free =
    { $count ->
        [one] tutor vapaa
       *[other] kaikki tutorit vapaita
    }
day-contacts-free =
    { $count ->
        [one] yhteyshenkilö vapaa
       *[other] yhteyshenkilöt vapaita
    }
day-quiet-week = kunnalla ei muuta sillä viikolla
day-planned-week = sovitulla viikolla
day-in-round = kierroksen aikana
day-away = { $who } poissa { $days }
day-away-why = { $who } poissa { $days } ({ $why })
day-left = { $who } on lähtenyt
day-booked = { $who }: samana päivänä { $session }
day-not-agreed = ei sovittuna aikana
day-outside-season = kauden ulkopuolella
day-past = on jo mennyt
poll-suits-all = sopii kaikille
poll-suits = kaikki pääsevät
poll-no = ei sovi: { $names }
poll-if-needed = tarvittaessa: { $names }
poll-missing = ei vastausta: { $names }
poll-no-name = Kuka vastasi? Kirjoita nimi ensin: Pornainen: A, C
poll-no-day = Mitkä päivät sopivat? Kirjoita kirjaimet nimen perään: Pornainen: A, C
poll-no-such-day = Päivää { $letter } ei ole tässä kyselyssä.
poll-unknown = Nimellä { $name } ei löydy ketään. Lisää hänet ensin henkilöihin.
poll-several = Kuka näistä: { $names }?
poll-mail-hello = Hei!
poll-mail-ask = Etsimme yhteistä aikaa. Mitkä näistä sopivat teille?
poll-mail-at = { $day } klo { $time }
poll-mail-remote = Tapaamme etäyhteydellä.
poll-mail-place = Paikka: { $place }
poll-mail-answer = Vastatkaa kirjaimilla, esimerkiksi A, C. Pankaa sulkeisiin aika, joka käy tarvittaessa: (B). Jos mikään ei sovi, kertokaa sekin.
poll-mail-thanks = Kiitos!
request-waits = { $round } on täynnä, joten { $municipality } jää jonoon.
days-ago = { $days ->
    [0] tänään
    [1] eilen
   *[other] { $days } pv sitten
}
asked-days-ago = { $days ->
    [0] pyydetty tänään
    [1] pyydetty eilen
   *[other] pyydetty { $days } pv sitten
}
## Holidays, clashes and what is missing
holiday-new-year = uudenvuodenpäivä
holiday-epiphany = loppiainen
holiday-good-friday = pitkäperjantai
holiday-easter-sunday = pääsiäispäivä
holiday-easter-monday = toinen pääsiäispäivä
holiday-may-day = vappu
holiday-ascension = helatorstai
holiday-whitsun = helluntai
holiday-midsummer-eve = juhannusaatto
holiday-midsummer = juhannuspäivä
holiday-all-saints = pyhäinpäivä
holiday-independence = itsenäisyyspäivä
holiday-christmas-eve = jouluaatto
holiday-christmas = joulupäivä
holiday-boxing-day = tapaninpäivä
sunday = sunnuntai
clash-of = { $subject }: { $remark }
clash-tutor-twice = { $party } on jo klo { $when } tilaisuudessa ”{ $other }”. Siirrä toinen tai valitse toinen tutor.
clash-speaker-twice = { $party } on samaan aikaan (klo { $when }) tilaisuudessa ”{ $other }”. Siirrä toinen tai pyydä jotakuta muuta.
clash-contact-twice = Yhteyshenkilö { $party } on samaan aikaan (klo { $when }) tilaisuudessa ”{ $other }”. Siirrä toinen tai kutsu joku muu.
clash-travel = { $party } on samana päivänä klo { $when } tilaisuudessa ”{ $other }”: matkaan menee { $much } ja aikaa jää { $most }. Siirrä toinen tai pidä se etänä.
clash-away = { $party } on poissa { $days }{ $why }. Siirrä ajankohtaa tai valitse joku muu.
clash-left = { $party } on mukana vain { $from } asti. Valitse joku muu.
clash-ceiling = { $party } saisi sparrauksia { $much }, ja sovittu on enintään { $most }. Valitse toinen tutor tai sopikaa uusi enimmäismäärä.
clash-own-municipality = { $party } sparraisi omaa kuntaansa ({ $other }). Valitse tutor toisesta kunnasta.
clash-own-office = { $party } sparraisi itseään. Valitse tutor toisesta kunnasta.
clash-municipality-twice = { $party } on samana päivänä myös tilaisuudessa ”{ $other }”. Siirrä toinen toiselle päivälle.
clash-ends-before = Viimeinen päivä { $until } on ennen ensimmäistä ({ $day }). Korjaa jompikumpi.
clash-hour-skipped = Kelloaikaa { $time } ei { $day } ole, koska kelloja siirretään eteenpäin. Valitse toinen aika.
clash-hour-repeated = Kelloaika { $time } tulee { $day } kahdesti, koska kelloja siirretään taaksepäin. Valitse toinen aika.
clash-free-day = { $day } on { $free }. Siirrä toiselle päivälle.
clash-season = { $day } ei osu kauteen { $party } ({ $days }). Siirrä ajankohtaa tai vaihda kausi.
clash-round = { $day } ei osu kierrokseen ”{ $words }” ({ $days }). Siirrä ajankohtaa tai vaihda kierros.
clash-round-full = Kierroksella ”{ $words }” on { $most } paikkaa, ja tulijoita olisi { $much }. Vaihda kierros tai laita jonoon.
clash-programme = Ohjelma kestää { $much }, mutta tilaisuus vain { $most }. Lyhennä ohjelmaa tai pidennä tilaisuutta.
clash-removed = Kirjasta on poistettu { $kind } ({ $id }), joka mainitaan tässä. Poista maininta tai valitse toinen tilalle.
clash-same-day = { $party } on samana päivänä myös tilaisuudessa ”{ $other }”. Kirjaa kellonajat, niin näkyy, menevätkö ne päällekkäin.
clash-midnight = Tilaisuus jatkuu yli puolenyön (klo { $times }). Tarkista alkamisaika ja kesto.
clash-saturday = { $day } on lauantai. Siirrä arkipäivälle, ellei lauantaista ole sovittu.
clash-no-place = Kokoonnutaan paikan päällä, mutta paikka puuttuu. Lisää paikka.
clash-no-link = Osallistutaan etänä, mutta linkki puuttuu. Lisää linkki.
gap-not-marked = pidettiinkö?
gap-unanswered = odottaa vastausta
gap-tutor-leaves = tutor lopettaa kesken
gap-no-tutor = tutor puuttuu
gap-only-office = tutor nimeämättä
gap-speaker-declined = puhuja kieltäytyi
gap-no-place = paikka puuttuu
gap-no-link = linkki puuttuu
gap-no-host = tekninen vastaava puuttuu
gap-task-overdue = muistettavaa myöhässä
gap-material-overdue = materiaali myöhässä
gap-no-session = tapaamista ei sovittu
gap-speaker-not-asked = puhuja kysymättä
gap-speaker-unconfirmed = puhuja vahvistamatta
gap-no-contact-person = yhteyshenkilö puuttuu
gap-no-reply = kunta ei ole vastannut
gap-no-time = kellonaika puuttuu
gap-no-attendance = osallistujat kirjaamatta
gap-no-feedback = palaute puuttuu
gap-no-hours = tunnit kirjaamatta

## Who and when: dialogs
who-title = Ketkä voisivat lähteä: { $what }
who-title-plain = Ketkä voisivat lähteä?
who-next-title = Minne seuraavaksi: { $who }
who-chosen = { $what }: { $names }. u kumoaa.
who-nobody = { $what }: ei tutoria. u kumoaa.
who-no-tutors = Tällä kaudella ei ole tutoreita. Lisää henkilölle rooli tutor tai kaudelle tutorkunta.
who-no-places = Kaikilla kauden kunnilla on jo tutor, tai ne on tavoitettu.
who-no-tutor = Henkilö ei ole tutor tällä kaudella
who-needs = Tätä voi kysyä sparrauksesta, tilaisuudesta, kunnasta ja tutorista
says-choose-more = valitse useampi
enter-choose-marked = valitse merkityt
when-title = Milloin sopii: { $what }
when-no-tutor = ei tutoria
when-way = matka { $length }
when-week = vk { $week }
when-no-days = Tällä välillä ei ole yhtään arkipäivää.
when-no-stretch = En ymmärtänyt aikaväliä. Esimerkiksi 1.12.–18.12. tai vk 49–51.
when-stretch = aikaväli:
when-stretch-hint = 1.12.–18.12. tai vk 49–51
when-over = On jo pidetty tai peruttu
when-needs = Tätä voi kysyä sparrauksesta, tilaisuudesta ja kunnasta, jolla on sparraus
says-slot = ehdolle
says-poll = kysely
says-stretch = aikaväli
enter-day = valitse päivä
enter-answer = kirjaa vastaus
poll-made =
    { $count ->
        [one] Yksi päivä ehdolla. Kopioi kirje, lähetä se ja kirjaa vastaukset tähän.
       *[other] { $count } päivää ehdolla. Kopioi kirje, lähetä se ja kirjaa vastaukset tähän.
    }
poll-title = Ajankohtakysely: { $what }
poll-answer = vastaus:
poll-hint = { $name }: A, (C)
poll-answers = { $count }/{ $of } vastannut
poll-answered = { $who }: { $letters }
poll-answered-none = { $who }: ei mikään
poll-no-date = Tällä ehdokkaalla ei ole päivää.
says-copy-letter = kirje
says-more-days = lisää päiviä
copied-letter = kirje
requests-week = vk {$week}
requests-places = {$round}: {$count ->
    [one] {$count} paikka jäljellä
   *[other] {$count} paikkaa jäljellä
}
remark-asked-already = { $municipality } on jo mukana kaudella { $season } ({ $status }).
remark-places-left =
    { $count ->
        [one] Kierroksella on yksi paikka jäljellä.
       *[other] Kierroksella on { $count } paikkaa jäljellä.
    }
remark-coached-before = { $municipality } sai sparrausta myös { $season }{ $by }.
change-clashes =
    { $count ->
        [one] yksi huomautus (: päällekkäisyydet)
       *[other] { $count } huomautusta (: päällekkäisyydet)
    }

## The work sheet of a session
clock-span = klo { $from }–{ $to }
clock-from = klo { $from }
programme-over = { $length } liikaa
empty-fields = vielä tyhjiä
nobody-yet = ei vielä ketään
overdue = myöhässä
material-promised-by = lupasi { $who }
material-asked-by = pyysi { $who }
material-received = saatu { $day }
material-sent = lähetetty { $day }
material-not-shared = ei saa jakaa
checklist-done = tehty { $done }/{ $count }
totals-registered = ilmoittautunut
totals-present = paikalla
count-participants = { $count ->
        [one] { $number } henkilö
       *[other] { $number } henkilöä
    }
count-from-municipalities = { $count ->
        [one] { $number } kunta
       *[other] { $number } kuntaa
    }
by-rows = riveillä yhteensä { $counts }
at-least = vähintään { $counts }
invitation-changed = muutettu { $count ->
        [one] kerran
       *[other] { $count } kertaa
    }
mark-asked = merkitse kysytyksi
mark-confirmed = merkitse vahvistetuksi
mark-declined = kieltäytyi
mark-received = saatiin tänään
mark-sent = lähetettiin tänään
mark-done = merkitse tehdyksi
mark-undone = palauta avoimeksi
row-programme = ohjelmakohta
row-speakers = puhuja
row-materials = materiaali
row-checklist = muistettava
row-presence = osallistujakunta
row-hours = tutorin tunnit
row-candidates = ehdotettu aika
row-invited = kutsuttu
grid-leaving = Luvut ovat kesken: Ctrl-S tallentaa, Esc uudelleen jättää ne pois.

## Planning the season
blocked-no-tutors = Kaudella ei ole tutoreita.
blocked-season-over = Kausi on ohi.
blocked-no-weeks = Kaudella ei ole enää viikkoja, joilla aloittaa.
blocked-said-no = Kunta on kieltäytynyt.
blocked-round-over = Kierroksella { $round } ei ole enää viikkoja.
blocked-week-outside = Sovittu viikko { $week } ei osu kauteen tai kierrokseen.
blocked-all-left = Kaikki tutorit ovat jääneet pois.
blocked-only-from-there = Tutoreita on vain kunnasta itsestään.
blocked-all-at-ceiling = Kaikilla muualta tulevilla tutoreilla on jo enimmäismäärä.
blocked-rounds-full = { $count ->
    [one] Kierros { $rounds } on täynnä.
   *[other] Kierrokset ovat täynnä: { $rounds }.
}
blocked-all-away = Kaikki tutorit ovat poissa viikot { $first }–{ $last }.
blocked-nobody-then = Kukaan ei pääse sovitulla viikolla { $week }.
blocked-own-tutors-away = Kunnan omilla tutoreilla ei ole vapaata viikkoa.
blocked-no-free-week = Muut ovat vieneet tutorien vapaat viikot.
clashes-title = Kauden { $season } päällekkäisyydet ja ristiriidat
clashes-none = Kaudella ei ole päällekkäisyyksiä eikä ristiriitoja.

## Today, complete

today-now = nyt
today-waiting = odottaa vastausta
today-after = tilaisuuden jälkeen
today-late = myöhässä
today-ready = valmiina
today-asked = pyydetty
today-room = jonossa, kierroksella on nyt tilaa
today-offered = tarjottu, ei vastausta; kysytäänkö uudelleen?
today-not-marked = pidettiinkö tilaisuus?
today-wants-contact = toivoo yhteydenottoa
today-promised = lupasi { $who }
today-mine = omat
today-all = kaikki
today-who = Kerro ensin, kuka olet: paina : ja kirjoita kuka
today-who-file = Asetuksissa ei ole kerrottu, kuka olet: lisää config.toml-tiedostoon me = "henkilön tunnus".
enter-there = siirry sinne
figure-reached = { $reached }/{ $targets } tavoitettu
figure-reached-known = ainakin { $reached }/{ $targets } tavoitettu
figure-asked = { $count } odottaa
figure-answers = { $given }/{ $expected } vastausta
figure-late = { $count ->
    [one] 1 toimi myöhässä
   *[other] { $count } tointa myöhässä
}
propose-blocked = { $name }: { $why }
propose-done = { $count ->
    [one] Yksi sparraus suunniteltu ja merkitty tarjotuksi.
   *[other] { $count } sparrausta suunniteltu ja merkitty tarjotuiksi.
}
propose-nothing = Kaudella { $season } ei ole enää kuntia, joille ehdottaa sparrausta.
propose-sums = Kausi { $season }: ehdotus { $placed } kunnalle, ilman jää { $blocked }.
propose-unproven = Parempikin ehdotus voi löytyä: vaihtoehtoja on liikaa läpikäytäviksi.
propose-week = vk { $week } ({ $day })
propose-week-short = vk { $week }
propose-title = Ehdotus kaudelle { $season }
propose-counts = Ehdotuksessa { $placed }{ $out ->
    [0] { "" }
   *[other] , syrjässä { $out }
}{ $blocked ->
    [0] { "" }
   *[other] , ilman paikkaa { $blocked }
}.
propose-undated = Anna kierroksille päivät, niin viikot osuvat oikein.
propose-progress = Lasketaan… { $percent } %
propose-wait = Ehdotusta lasketaan. Esc keskeyttää.
propose-not-yet = Ehdotusta lasketaan vielä.
propose-none-in = Ehdotuksessa ei ole yhtään kuntaa. Välilyönti ottaa rivin mukaan.
propose-no-place = Tälle kunnalle ei löytynyt paikkaa, siksi sitä ei voi ottaa mukaan.
says-out-or-in = syrjään / mukaan
enter-accept = vie kirjaan
remark-still-planned = { $what } ({ $day }) on yhä suunnitteilla. Peru sekin tai siirrä se.
remark-held-ahead = { $day } on vasta tulossa. Onko tilaisuus jo pidetty?
coaching-has-days = Sparrauksella on jo tilaisuus: siirrä sitä.

## Clash rules by name
choice-clash-rule-tutor-twice = tutori kahdessa tilaisuudessa
choice-clash-rule-speaker-twice = puhuja kahdessa tilaisuudessa
choice-clash-rule-contact-twice = yhteyshenkilö kahdessa tilaisuudessa
choice-clash-rule-travel = matka ei onnistu ajoissa
choice-clash-rule-away = tutori poissa
choice-clash-rule-left = tutori ei enää mukana
choice-clash-rule-ceiling = tutorin enimmäismäärä
choice-clash-rule-own-municipality = tutori omassa kunnassaan
choice-clash-rule-municipality-twice = kunnalla kaksi samana päivänä
choice-clash-rule-ends-before = loppuu ennen alkua
choice-clash-rule-hour-skipped = kellonaika jää väliin (kesäaika)
choice-clash-rule-free-day = sunnuntai tai pyhä
choice-clash-rule-season = kauden ulkopuolella
choice-clash-rule-round = kierroksen ulkopuolella
choice-clash-rule-round-full = kierros täynnä
choice-clash-rule-programme = ohjelma tilaisuutta pidempi
choice-clash-rule-removed = poistettu kirjasta
choice-clash-rule-same-day = sama päivä ilman kellonaikaa
choice-clash-rule-hour-repeated = kellonaika kahdesti (talviaika)
choice-clash-rule-midnight = yli puolenyön
choice-clash-rule-saturday = lauantai
choice-clash-rule-no-place = paikka puuttuu
choice-clash-rule-no-link = linkki puuttuu

## From feedback to report: words of the tables
choice-answering-contact = kyllä tai ei, toive yhteydenotosta
choice-answering-comment = sanoin, ja saako lainata
choice-template-kind-actions = sarja sovittuja toimia
choice-act-chain = toimia sovittu
choice-act-handover = siirretty toiselle
field-months-after = kuukausia jälkeen
field-against = vastaa toisen lomakkeen kysymystä
command-act = sovittu toimi
command-chain = toimisarja pohjasta
command-report = kausiraportti
    .also = raportti kausi tilasto luvut rahoittaja
command-handover = siirtomuistio
    .also = luovutus perehdytys siirto seuraaja työn luovuttaminen
command-signing-list = osallistujalista
    .also = allekirjoitus allekirjoituslista nimilista nimet läsnäolo
command-day-sheet = tilaisuuden koontisivu
    .also = päiväsivu ohjelma tilaisuuden tiedot
command-closing-event = päätöstilaisuuden ohjelma
    .also = loppuseminaari päätöswebinaari

## Palautteen vastaukset

answer-cannot-say = en osaa sanoa
answer-planned = suunnitteilla
answer-started = aloitettu
answer-in-use = otettu käyttöön

## Papers of a session
paper-signing-title = Osallistujalista: { $what }
paper-day-title = Koontisivu: { $what }
paper-made = Koottu { $day }. Vain järjestäjien käyttöön.
paper-signature = allekirjoitus
paper-present = paikalla olleet
paper-host = tekninen tuki
paper-who-comes = ketkä tulevat
paper-not-named = (ei vielä nimetty)
paper-role = tehtävä
paper-from = mistä
paper-what = mitä
paper-speakers = kuka
paper-not-asked = ei vielä kysytty
paper-until = { $day } mennessä
paper-not-here = ei ole vielä tullut
paper-wished = mitä toivottiin
paper-written = Kirjoitettu: { $path }
paper-would = Kirjoitettaisiin: { $path }
cli-signing-list = Tilaisuuden osallistujalista allekirjoitettavaksi
cli-day-sheet = Tilaisuuden koontisivu: kuka, missä, milloin ja mitä on vielä tekemättä
cli-place-session = TILAISUUS
cli-arg-session = Tilaisuus: tunnus tai sanoja sen nimestä
cli-option-as = Muoto: text, markdown, html tai csv
cli-option-output = Kirjoita tiedostoon; muoto tiedoston nimestä
## Actions and practices
act-needs = Valitse kunta, sparraus, tilaisuus, palaute tai muistiinpano, josta jotain sovitaan.
no-chain = Kirjassa ei ole toimisarjan pohjaa. Lisää sellainen: :kirja, Pohjat.
chain-beside = { $count ->
    [one] 1 toimi
   *[other] { $count } tointa
}
chain-nothing = Sarjan toimet on jo sovittu.
chain-taken = { $count ->
    [one] Sovittu yksi toimi: { $days }.
   *[other] Sovittu { $count } tointa: { $days }.
}
action-call = Ota yhteyttä: { $name }
actions-done = { $done }/{ $all } tehty
actions-by-day = ajankohta
actions-by-owner = vastuuhenkilö
actions-by-municipality = kunta
actions-overdue = Myöhässä
actions-this-month = Tässä kuussa
actions-later = Myöhemmin
actions-no-day = Ilman päivää
actions-are-done = Tehty
actions-dropped = Jätetty tekemättä
actions-no-owner = Ei vastuuhenkilöä
actions-no-municipality = Ei kuntaa
shelf-mine = vain omat
shelf-none-mine = Sinulla ei ole täällä mitään. M näyttää kaikki.
practices-by-theme = teema
practices-by-municipality = kunta
practices-by-uptake = käyttöönotot
practices-no-theme = Ilman teemaa
practices-no-municipality = Ei kuntaa
practice-uptakes = { $count ->
    [one] 1 kunnassa
   *[other] { $count } kunnassa
}
practice-taken-up-key = otettu käyttöön
practice-taken-up = { $name } otti käytännön käyttöön, { $day } alkaen.
practice-has-taken-up = { $name } on jo merkitty ottaneeksi käytännön käyttöön.
take-up-title = Kuka otti käyttöön: { $name }
peers-title = Keneltä kysyä: { $themes }
peers-context = Paras ensin. y p kopioi puhelinnumeron.
peers-none = Kukaan ei ole vielä kertonut tästä teemasta. Merkitse tutorien teemat henkilöihin tai lisää käytäntö.
peers-no-theme = Tällä ei ole teemaa, josta kysyä. Lisää teema (e).
peer-practises = heillä käytäntö ”{ $practice }”
peer-practises-taken = heillä käytäntö ”{ $practice }”, jonka { $count ->
    [one] yksi kunta on ottanut
   *[other] { $count } kuntaa on ottanut
} käyttöön
peer-helps = kauden tutori: { $themes }
peer-helped = ollut tutorina: { $themes }
peer-took-up = otti käyttöön käytännön ”{ $practice }”
peer-took-up-since = otti käyttöön käytännön ”{ $practice }” ({ $day })
peer-coached = sparrattu teemasta { $theme }
practice-in-use = { $title } (otettu käyttöön)
practice-in-use-since = { $title } (käytössä { $day } alkaen)
paper-municipality = kunta tai organisaatio
copied-paper = paperi
says-copy-paper = kopioi koko teksti
says-next-language = toinen kieli
enter-to-file = tiedostoksi
paper-html = HTML: selain, tulostin, tekstinkäsittely
paper-markdown = Markdown: merkitty teksti
paper-text = pelkkä teksti
paper-csv = CSV: taulukko
paper-needs-session = Valitse ensin yksi tilaisuus
cli-peers = Näytä, keneltä kysyä teemasta
cli-arg-theme = Teema, käytäntö tai kunta: tunnus tai sanoja nimestä
## Palautelomake

enter-already = { $who } on jo vastannut ({ $day }).
enter-cancelled = { $what } peruttiin, joten siitä ei kysytä palautetta.
enter-change-it = Muuta annettua palautetta
enter-extra = Muu vastaus: { $question }
enter-hint-municipality = Kirjoita kunnan alku. Tyhjänä kunta ei ole luettelossa tai sitä ei tiedetä.
enter-hint-tutor = Nimi ei jää palautteeseen: tunnit menevät tapaamisen tietoihin.
enter-hours-where = Tunnit kuuluvat yhteen tapaamiseen: avaa lomake siltä.
enter-kept = Tallennettu: { $what }
enter-kept-of = Tallennettu: { $what } · { $given }/{ $expected } vastausta
enter-nothing = Lomakkeella ei ole vielä vastauksia.
enter-nothing-held = Tapaamisia, joista voisi antaa palautetta, ei vielä ole.
enter-no-questionnaire = Kirjassa ei ole tähän sopivaa palautelomaketta. Lomakkeet ovat kirjan tiedoissa (: ja kirja).
enter-not-held-yet = Tilaisuus on vasta tulossa. Palautteen voi silti kirjata; se lasketaan, kun tilaisuus on merkitty pidetyksi.
enter-not-listed = ei luettelossa
enter-not-marked = Tilaisuutta ei ole merkitty pidetyksi. Palaute lasketaan, kun se on.
enter-number = { $number }. lomake
enter-off-agreement = { $typed } ei ole asteikolla: vastaa 1–5 tai - (ei osaa sanoa).
enter-off-change = { $typed } ei ole vaihtoehto: 1 ei, 2 suunnitteilla, 3 aloitettu, 4 käytössä, - ei osaa sanoa.
enter-off-recommend = { $typed } ei ole asteikolla: vastaa 0–10 ja Enter, x on kymmenen, - ei osaa sanoa.
enter-off-yes-no = { $typed } ei ole vastaus: k kyllä, e ei.
enter-one-more = Kirjaa toinen palaute samasta kunnasta
enter-paste-nowhere = Tähän vastataan näppäimellä: liitä teksti avoimeen vastaukseen.
enter-scale-agreement = 1 täysin eri mieltä – 5 täysin samaa mieltä · - ei osaa sanoa
enter-scale-change = 1 ei · 2 suunnitteilla · 3 aloitettu · 4 käytössä · - ei osaa sanoa
enter-scale-contact = k kyllä · e ei
enter-scale-hours = Valmistelu, tilaisuus ja matkat samalle riville: 1 2 0,5 tai 1 h 30 min / 2 h / 30 min.
enter-scale-recommend = 0 en lainkaan – 10 erittäin todennäköisesti · Enter · x = 10 · - ei osaa sanoa
enter-scale-words = Omin sanoin; Enter jatkaa, Alt-Enter aloittaa uuden rivin.
enter-scale-yes-no = k kyllä · e ei · - ei osaa sanoa
enter-stop = lopeta
enter-voice-receiving = kunnan lomake
    .short = kuntana
enter-voice-stays = Annetun palautteen ääni ei vaihdu.
enter-voice-tutor = tutorin lomake
    .short = tutorina
enter-which = Mistä tapaamisesta?
enter-whose-hours = Kenen tunnit? Valitse tutor.
## Answers of forms brought in

answers-no-subject = Kerro, mitä tilaisuutta tai sparrausta vastaukset koskevat.
answers-say-about = Esimerkiksi: --about päätöswebinaari
answers-gone = Kirjassa ei ole kohdetta { $about }, jota vastaukset koskisivat.
answers-cancelled = { $about } on peruttu: siitä ei voi tuoda palautetta.
answers-not-held = { $about } on vasta { $day }: siitä ei voi vielä tuoda palautetta.
answers-no-voice = Kerro, kenen ääni vastaukset ovat: osallistuvan kunnan vai tutorin.
answers-no-question = Yksikään sarake ei vastaa kyselyn kysymyksiin. Valitse kysely tai kerro, mitä sarakkeet ovat.
answers-no-rows = Lomakkeella on vain otsikot, ei yhtään vastausta.
answers-no-form = Taulukko ei ole lomakkeen vastauksia: --about, --questionnaire, --voice, --scale ja --form koskevat vain niitä.
answers-no-questionnaire = Kyselyä ”{ $name }” ei ole. Kyselyt ovat: { $names }.
answers-no-scale = ”{ $text }” ei ole asteikko. Kirjoita se näin: 1-7, tai 5-1, jos 1 on täysin samaa mieltä.
answers-which-voice = ”{ $text }” ei ole ääni. Kirjoita receiving (osallistuva kunta) tai tutor.
answers-id-twice = Sama vastauksen tunnus on jo rivillä { $line }.
answers-elsewhere = Sama vastaus on jo kirjassa, ja se koskee muuta: { $about }.
answers-says-nothing = Rivillä ei ole yhtään vastausta.
answers-off-scale = { $heading }: ”{ $text }” ei ole asteikolla ({ $scale }).
answers-twice = { $heading }: toinen sarake vastaa samaan kysymykseen toisin.
answers-no-day = { $heading }: ”{ $text }” ei kelpaa päiväksi, joten palautteen päivä jää auki.
answers-kept = { $heading }: ”{ $text }” jää lisävastaukseksi.
answers-both-changed = Vastaus on muuttunut sekä lomakkeessa että kirjassa: kirja pysyy ennallaan.
answers-scale-own = 1–5, 5 = täysin samaa mieltä
answers-scale-turned = 5–1, 1 = täysin samaa mieltä
answers-scale-range = { $low }–{ $high }, tuodaan lähimpänä 1–5
answers-scale-unnamed = toinen asteikko: jää pois, kunnes asteikko on nimetty
answers-told = Lomake ”{ $form }”: koskee { $about }, kysely { $questionnaire }, ääni { $voice }.
answers-told-personal = Jätetty pois: { $names } (kuka vastasi)
answers-told-aside = Ei tuoda: { $names }
answers-told-extra = Lisävastauksina: { $names }
answers-told-unnamed = Vastaukset ovat toisella asteikolla kuin kysymys, sarake jää pois: { $names }. Nimeä asteikko, esimerkiksi --scale 1-7.
answers-told-fresh = Uusia sarakkeita viime kerran jälkeen: { $names }
answers-told-missed = Sarakkeita ei enää ole, aiemmat vastaukset säilyvät: { $names }
answers-told-near = ”{ $heading }” luetaan kysymyksenä ”{ $question }”.
answers-told-scale = Asteikko { $scale }: { $names }
answers-means-extra = lisävastaus
answers-about = Koskee
answers-questionnaire = Kysely
answers-voice = Ääni
answers-form = Lomake
answers-unsaid = ei vielä valittu
cli-option-answers-about = lomakkeen vastaukset koskevat tätä tilaisuutta tai sparrausta
cli-option-answers-questionnaire = mitä kyselyä lomake kysyy; muuten kysymyksistä arvattuna
cli-option-answers-voice = kenen ääni: receiving tai tutor; muuten kyselyn oma
cli-option-answers-scale = millä asteikolla väittämien numerot ovat, esimerkiksi 1-7, tai 5-1 käännettynä
cli-option-answers-form = lomakkeen nimi, jolla samat vastaukset tunnetaan; muuten tiedoston nimi
cli-place-scale = ASTEIKKO
## Palautteen lukeminen

answers-cannot-say = { $count } ei osaa sanoa
answers-differ = Kunnat ja tutorit näkevät tämän eri tavoin: keskiarvoissa on eroa vähintään yksi.
answers-few = alle { $least } vastausta: jakaumaa ei näytetä
answers-few-recommend = alle { $least } vastausta: suosittelulukua ei näytetä
answers-forms =
    { $count ->
        [0] ei vielä palautteita
        [one] { $count } palaute
       *[other] { $count } palautetta
    }
answers-mean = ka { $mean }
answers-median = mediaani { $median }
answers-n =
    { $count ->
        [one] { $count } vastaus
       *[other] { $count } vastausta
    }
answers-outside = { $count } asteikon ulkopuolella
answers-receiving = kunnat
answers-returned = saatu { $given }/{ $expected } ({ $rate } %)
answers-score = suosittelu { $score }
answers-tutor = tutorit
answers-tutor-asked = Tutoreilta kysyttiin: { $question }
answers-search = hae vastauksista
answers-nothing = Sanallisia vastauksia ei ole.
feedback-missing = puuttuu { $count }
feedback-version = versio { $number }
view-by-session = tilaisuudet
view-by-coaching = sparraukset
view-by-municipality = kunnat
view-by-tutor = tutorit
view-by-theme = teemat
view-by-season = kausi
empty-feedback = Tältä kaudelta ei ole vielä palautetta odottavia tilaisuuksia. n kirjaa palautteen.
command-hand-over = siirrä avoimet asiat toiselle
handover-needs = Valitse henkilö tai kunta, josta siirtomuistio tehdään.
hand-over-needs = Valitse henkilö, jonka avoimet asiat siirretään.
hand-over-title = Kenelle avoimet asiat siirtyvät: { $name }
field-hand-over-to = kenelle
## The season's report and handing over
figure-targets = tavoiteltavat kunnat
figure-targets-means = Kunnat, jotka jaksolla oli tarkoitus tavoittaa: kaudelle nimetyt kunnat, muuten kaikki alueen kunnat. Mukana eivät ole tutorkunnat, kaudelta pois jättäytyneet kunnat eivätkä kunnat, joita ei kauden lopussa enää ollut.
figure-reached-now = tavoitetut kunnat
figure-reached-means = Tavoiteltavat kunnat, joiden jakson sparrauksesta on pidetty ainakin yksi tapaaminen tai joiden sparraus on merkitty käynnissä olevaksi tai päättyneeksi, vaikka tapaamisen päivää ei tiedettäisi. Webinaareja ja muita yhteisiä tilaisuuksia ei lasketa tähän.
figure-new = ensimmäistä kertaa tavoitetut
figure-new-means = Tavoitetut kunnat, joita ei ollut tavoitettu ennen jaksoa.
figure-returning = aiemminkin tavoitetut
figure-returning-means = Tavoitetut kunnat, jotka oli tavoitettu myös ennen jaksoa.
figure-not-yet = vielä tavoittamatta
figure-not-yet-means = Tavoiteltavat kunnat, joita ei ollut tavoitettu jakson loppuun mennessä.
figure-opted-out = pois jättäytyneet kunnat
figure-opted-out-means = Kunnat, jotka ovat ilmoittaneet, etteivät osallistu. Ne eivät ole tavoiteltavia kuntia.
figure-senders = tutorkunnat
figure-senders-means = Kaudelle nimetyt tutorkunnat, myös ne, joista ei ole nimetty henkilöä, sekä kunnat, joista kauden tutorit tulevat.
figure-tutors = toimineet tutorit
figure-tutors-means = Kauden nimetyistä tutoreista ne, jotka olivat tutorina tai ohjelmassa jossakin pidetyssä tilaisuudessa tai sparrauksessa tai kirjasivat sille työaikaa.
figure-hours = tutorien työaika
figure-hours-means = Tilaisuuksille kirjattu työaika: valmistelu, tilaisuus ja matkat. Perutut tilaisuudet eivät ole mukana. n on kirjausten määrä.
figure-themes-asked = pyydetyt teemat
figure-themes-asked-means = Montako eri teemaa sparrauksiin on pyydetty, ja montaako sparrausta kukin teema koskee. Mukana ovat kaikki jakson sparraukset niiden tilasta riippumatta; n on niiden määrä.
figure-themes-dealt = käsitellyt teemat
figure-themes-dealt-means = Montako eri teemaa pidetyissä tilaisuuksissa on ollut, ja monessako tilaisuudessa kukin. Jos tilaisuudella ei ole omia teemoja, siihen luetaan sen sparrausten teemat. n on pidettyjen tilaisuuksien määrä.
figure-wishes = tarpeet omin sanoin
figure-wishes-means = Sparraukset, joihin on kirjattu kunnan toive sen omin sanoin.
figure-support = kunnat, joiden digituen muodot tiedetään
figure-support-means = Tavoiteltavat kunnat, joiden digituen muodot on kirjattu, ja kunnat, joissa kutakin muotoa on jakson viimeisenä päivänä tarjolla.
figure-coachings = sparraukset kaikkiaan
figure-coachings-means = Kaikki jakson sparraukset, niiden tilan mukaan raporttia tehtäessä: myös pyydetyt, jonossa olevat ja ne, joista ei tullut mitään.
figure-held = pidetyt tilaisuudet
figure-held-means = Jakson tilaisuudet, jotka on pidetty, lajin mukaan.
figure-cancelled = perutut tilaisuudet
figure-cancelled-means = Jakson tilaisuudet, jotka on peruttu, lajin mukaan.
figure-participants = osallistujat
figure-participants-means = Pidettyjen tilaisuuksien läsnäolijat yhteensä; sama ihminen lasketaan jokaisessa tilaisuudessa erikseen. Jos jonkin tilaisuuden määrästä tiedetään vain vähimmäismäärä tai ei mitään, summa on ”vähintään”. n on niiden tilaisuuksien määrä, joiden osallistujat on laskettu.
figure-presences = kuntien osallistumiset
figure-presences-means = Pidetyissä tilaisuuksissa läsnä olleet kunnat, tilaisuuksien luvut laskettuna yhteen: sama kunta on mukana niin monta kertaa kuin se osallistui. Jos sparraustapaamisen läsnäoloa ei ole kirjattu, mukana ovat sen sparrausten kunnat. Vajaista tiedoista seuraa ”vähintään” kuten osallistujissa.
figure-actions = sovituista toimista tehty
figure-actions-means = Jakson tilaisuuksissa, sparrauksissa tai palautteissa sovitut toimet ja niistä tehdyt. Toimi, jonka alkuperää ei tiedetä, luetaan mukaan tekopäivänsä tai määräpäivänsä mukaan. Tekemättä jätetyt eivät ole mukana.
figure-practices = talteen saadut hyvät käytännöt
figure-practices-means = Hyvät käytännöt, jotka on kirjattu jakson tilaisuudesta, sparrauksesta tai palautteesta.
figure-uptakes = käytäntöjen käyttöönotot
figure-uptakes-means = Kuinka monta kertaa jokin kunta on jakson aikana ottanut hyvän käytännön käyttöön. Jos päivää ei tiedetä, mukaan luetaan jakson tilaisuuksista kirjatut käytännöt.
figure-concrete = konkreettisen askeleen ottaneet kunnat
figure-concrete-means = Tavoitetut kunnat, joissa on tehty sovittu toimi tai otettu käyttöön hyvä käytäntö.
figure-webinars = webinaarit
figure-webinars-means = Jakson pidetyt webinaarit.
figure-materials = jaetut materiaalit
figure-materials-means = Pidettyjen tilaisuuksien materiaaleista ne, jotka on lähetetty eteenpäin tai jotka saa jakaa ja jotka on saatu.
figure-published = julkaisut
figure-published-means = Kaudelle kirjatut verkkosivut, artikkelit, uutiset, raportit ja materiaalit.
figure-forms = palautetta antaneet kunnat
figure-forms-means = Kuinka moni kunta on vastannut niistä, joilta odotetaan palautetta: jokainen läsnä ollut kunta kerran tilaisuutta tai sparrausta kohden. Jos kunnasta tuli useita lomakkeita, kunta lasketaan kerran; n on kaikkien lomakkeiden määrä. Nimetön lomake luetaan omaksi kunnakseen, enintään niin moneksi kuin kuntia oli läsnä. Tyhjää lomaketta ja seurantalomaketta ei lasketa.
figure-forms-tutors = tutorien palautteet
figure-forms-tutors-means = Saadut palautteet odotetuista: yksi lomake jokaiselta tutorilta pidettyä tilaisuutta kohden. n on kaikkien lomakkeiden määrä; tyhjiä ei lasketa.
figure-forms-later = seurantalomakkeet
figure-forms-later-means = Kuukausia myöhemmin saadut lomakkeet, joissa kerrotaan, mitä on muuttunut.
figure-recommend = suositteluluku: sparraukset
figure-recommend-means = Kuinka monta prosenttiyksikköä suosittelijoita (9–10) on enemmän kuin niitä, jotka eivät suosittelisi (0–6). Luku on välillä −100…+100, ja se kerrotaan, kun vastauksia on vähintään kymmenen.
report-title = Kausiraportti: { $name }
report-title-days = Raportti ajalta { $name }
report-compared = Rinnalla edellinen kausi: { $name } ({ $days })
report-compared-days = Rinnalla yhtä pitkä aika juuri ennen: { $name }
report-not-compared = Tämä on kirjan ensimmäinen kausi. Aiemmasta ajasta ei ole tietoja, joten vertailua ei ole eikä tiedetä, mitkä kunnat tavoitettiin ensimmäistä kertaa.
report-made = Laadittu { $day }
report-empty-columns = Jätetty pois, koska niistä ei ole mitään kirjattuna: { $columns }.
report-in-short = Lyhyesti
report-aim = Tavoite: { $aim }
report-short-reached = Tavoitettuja kuntia: { $value }.
report-short-coachings = Toteutuneita sparrauksia (käynnissä tai päättyneitä): { $value }.
report-short-held = Pidettyjä tilaisuuksia: { $value }.
report-short-participants = Osallistujia: { $value }.
report-short-tutors = Toimineita tutoreita: { $value }.
report-short-actions = Sovituista toimista tehty: { $value }.
report-short-concrete = Konkreettisen askeleen ottaneita kuntia: { $value }.
report-short-forms = Palautetta antaneita kuntia: { $value }.
report-incomplete = Kaikkia sparrattuja kuntia ei ole kirjattu ({ $rounds }). Siksi tavoitettujen kuntien ja sparrausten luvut kertovat vain sen, mikä on tiedossa.
report-goal = { $number }. Tavoite: { $goal }
report-figures = Luvut
report-figure = luku
report-figure-by = { $figure } { $by }
report-n = n
report-definitions = Näin luvut on laskettu
report-unknown = ei tiedossa
report-part = { $count }/{ $of } ({ $share })
report-of = { $count }/{ $of }
report-at-least = vähintään { $value }
report-known = { $value }, sikäli kuin tiedetään
report-few-recommend = alle kymmenen vastausta, lukua ei näytetä
report-few = Alle viisi vastausta: keskiarvoa ja jakaumaa ei näytetä.
report-fewer-than = alle { $least }
report-group-whole = kaikki
report-group-unknown = ei tiedossa
report-one-language = yksikielinen ({ $language })
report-languages = kaksikielinen ({ $languages })
report-by-subregion = seutukunta
report-by-language = kieli
report-by-class = kuntaryhmä
report-by-kind = tilaisuuden laji
report-by-status = tila
report-by-form = digituen muoto
report-by-publication = julkaisun laji
report-by-theme = teema
report-by-work = työ
report-reached-chart = Tavoitettujen osuus kunnista seutukunnittain
report-reached-told = Tavoitetut kunnat seutukunnittain: { $each }.
report-left-out = { $count ->
    [one] Yksi teksti on jätetty pois, koska siinä mainitaan joku nimeltä.
   *[other] { $count } tekstiä on jätetty pois, koska niissä mainitaan joku nimeltä.
}
report-wishes = Tarpeet kuntien omin sanoin
report-outcomes = Mitä sparrauksista seurasi
report-steps = Tehdyt toimet
report-practices = Hyvät käytännöt
report-taken-up = { $practice } (otettu käyttöön: { $who })
report-opted-out = Pois jättäytyneet kunnat
report-published = Julkaisut
report-published-caption = Mitä on julkaistu
report-published-title = nimi
report-published-kind = laji
report-published-day = päivä
report-published-where = osoite
report-tutors = Kuntatutorit
report-senders = Tutorkunnat: { $municipalities }.
report-feedback = palaute
report-scale = Väittämiin on vastattu asteikolla 1–5 (1 täysin eri mieltä, 5 täysin samaa mieltä) ja suositteluun asteikolla 0–10. ”En osaa sanoa” ei ole mukana keskiarvossa. Keskiarvo ja jakauma kerrotaan, kun vastauksia on vähintään viisi, suosittelun keskiarvo, kun niitä on vähintään kymmenen.
report-question = kysymys
report-means = Vastausten keskiarvot
report-mean = keskiarvo
report-median = mediaani
report-mean-before = { $name }
report-tutors-n = tutoreilta
report-tutors-mean = tutorit
report-apart = ero
report-differs = eri mieltä
report-outside = { $count ->
    [one] Yksi vastaus ei ole asteikolla, eikä sitä ole laskettu.
   *[other] { $count } vastausta ei ole asteikolla, eikä niitä ole laskettu.
}
report-set-aside = { $count ->
    [one] Yksi palaute koskee peruttua tilaisuutta, eikä sitä ole laskettu.
   *[other] { $count } palautetta koskee peruttuja tilaisuuksia, eikä niitä ole laskettu.
}
report-spread = { $question } (n = { $n })
report-spread-told = { $question } Vastaukset: { $each }.
report-quotes = Mitä palautteessa sanottiin
report-quoted-tutor = kuntatutor
report-quoted-receiving = osallistuva kunta
report-municipalities = kunnittain
report-municipalities-caption = Tavoiteltavat kunnat
report-municipalities-known = Kaikkia sparrattuja kuntia ei ole kirjattu: ”ei” tarkoittaa, ettei sparrausta ole tiedossa.
report-municipality = kunta
report-reached = tavoitettu
report-reached-before = tavoitettu ennen
report-meetings = tapaamiset
report-others = muut tilaisuudet
report-people = osallistujat
report-forms = palautteet
report-done = toimet
report-uptakes = käyttöönotot
report-support = digituen muodot
report-themes = teemoittain
report-themes-caption = Teemat sparrauksissa ja tilaisuuksissa
report-theme = teema
report-theme-coachings = sparraukset
report-theme-sessions = tilaisuudet
report-theme-forms = palautteet
report-theme-practices = käytännöt
report-theme-coachings-before = sparraukset { $name }
report-theme-sessions-before = tilaisuudet { $name }
report-what-counts = mitä on laskettu mukaan
report-counts-season = Mukana ovat kaudelle merkityt tilaisuudet ja sparraukset niiden päivistä riippumatta, niistä annetut palautteet ja niissä sovitut toimet. n kertoo, monestako kirjauksesta luku on laskettu.
report-counts-days = Mukana ovat tilaisuudet, joiden ensimmäinen päivä on jaksolla, ja sparraukset, joita on pyydetty tai joiden tilaisuus on jaksolla. Sparraus, jonka päiviä ei tiedetä, on mukana, jos sen kausi osuu jaksolle; tilaisuus tai julkaisu, jonka päivää ei tiedetä, jos koko kausi on jaksolla. Palautteet ja toimet seuraavat sitä, mitä ne koskevat. n kertoo, monestako kirjauksesta luku on laskettu.
report-column-goal = tavoite
report-column-group = ryhmä
report-column-value = arvo
report-column-of = joista
report-column-before = arvo ennen
report-column-note = huomautus
report-column-definition = määritelmä
report-note-hours = tunteja
report-note-at-least = vähintään
report-note-known = sikäli kuin tiedetään
cli-report = Kausiraportti rahoittajalle: luvut tavoitteittain määritelmineen, palaute, kunnat ja teemat
cli-arg-report = Kauden avain, nimi tai vuosi; muuten käsillä oleva kausi
cli-place-season-or-days = [KAUSI] [--from PÄIVÄ --to PÄIVÄ]
cli-option-from = jakson ensimmäinen päivä, kun raportoidaan päivien eikä kauden mukaan
cli-option-report-to = jakson viimeinen päivä; muuten tämä päivä
cli-option-names = kerro myös tutorien nimet
error-report-days = Jakso loppuu ({ $until }) ennen kuin se alkaa ({ $from }). Vaihda päivät keskenään.
cli-handover = Siirtomuistio henkilöstä tai kunnasta; --to siirtää henkilön avoimet työt toiselle
cli-place-who = KUKA
cli-place-handover = [--to KENELLE]
cli-arg-handover = Henkilö tai kunta: tunnus tai nimi; minä tarkoittaa asetusten me-henkilöä
cli-option-handover-to = kenelle avoimet toimet, pyynnöt, tilaisuudet ja luvatut materiaalit siirtyvät
handover-title = Siirtomuistio: { $name }
handover-nothing = Avoimia asioita ei ole.
handover-contacts = yhteyshenkilöt
handover-actions = avoimet toimet
handover-coachings = avoimet pyynnöt ja sparraukset
handover-asked = mitä on pyydetty
handover-before = aiemmat sparraukset
handover-ahead = tulevat tilaisuudet
handover-held = viimeksi pidetyt tilaisuudet
handover-materials = luvattu, vielä saamatta
handover-nobody = Henkilöä ei ole enää kirjassa.
handover-same = Työt ovat jo tällä henkilöllä. Valitse, kenelle ne siirtyvät.
handover-no-me = Ohjelma ei tiedä, kuka olet. Kirjoita nimi, tai lisää config.toml-tiedostoon me.
handover-to-left = Huomaa: { $name } on lähtenyt toiminnasta.
handover-done = Siirretty, { $from } → { $to }: { $what }.
handover-none = Ei siirrettävää: { $from } ei vastaa mistään avoimesta.
handover-stays = Sovi erikseen tutorin, puhujan ja yhteyshenkilön tehtävistä: { $what }.
handover-drafts = { $count ->
    [one] Yksi keskeneräinen lomake jää tälle koneelle: avaa ohjelma ja tallenna se ensin.
   *[other] { $count } keskeneräistä lomaketta jää tälle koneelle: avaa ohjelma ja tallenna ne ensin.
}
count-materials = { $count ->
    [one] 1 materiaali
   *[other] { $count } materiaalia
}

answers-in-words = { $count } sanallista
answers-more = ja { $count } muuta: avaa ja rajaa haulla
feedback-take-down = kirjaa palaute
today-later = mikä on muuttunut? pidetty { $day }
cli-answers = Näytä, mitä tilaisuudesta, sparrauksesta, kunnasta, henkilöstä, teemasta tai kaudesta vastattiin
cli-arg-answers = Mistä: tunnus tai sanoja nimestä
followed-version = { $name }: muutetut kysymykset ovat versio { $number }; annetut vastaukset pysyvät omassa versiossaan.

## Closing event
closing-name = Päätöstilaisuus
closing-opening = Avaus ja kauden vaiheet
closing-break = Tauko
closing-panel = Tutorien paneeli: mitä opimme
closing-end = Yhteenveto ja jatko
closing-title = Kellä on kerrottavaa: { $season }
closing-counts = Mukana { $within }/{ $count }. Mukana olevista tulee puheenvuoro päätöstilaisuuteen.
closing-nobody = Kaudella { $season } ei ole vielä kerrottavaa: kirjaa käyttöön otettuja käytäntöjä ja tehtyjä toimia.
closing-none-in = Ota ensin joku mukaan välilyönnillä.
closing-no-feedback = ei palautetta
closing-score = palaute { $mean } (n={ $count })
closing-pleased = hyvä palaute (n={ $count })
closing-not-pleased = palaute alle 4 (n={ $count })
closing-spread = { $count ->
    [one] yksi kunta otti käyttöön: { $what }
   *[other] { $count } kuntaa otti käyttöön: { $what }
}
closing-took-up = otti käyttöön: { $what }
closing-done = tehty: { $what }
closing-no-speaker = puhuja auki
enter-make-session = tee tilaisuus
cli-closing-event = Kellä on kerrottavaa kauden päätöstilaisuudessa
cli-place-season-or-none = [KAUSI]
cli-option-accept-closing = Tee päätöstilaisuus kirjaan
paper-when = aika

## Käsin kirjoitettu palaute
filled-again = { $who } on jo vastannut tähän ({ $id }): tämä on toinen palaute samasta kunnasta.
filled-off-scale = Kysymykseen ”{ $question }” vastataan { $scale } tai cannot-say (ei osaa sanoa): { $typed } ei ole asteikolla.
filled-unasked = Lomakkeella { $name } ei kysytä näitä: { $keys }. Ne tallentuvat muina vastauksina.

## Lomakkeen jatko
enter-anew = Aloita uusi lomake
enter-begun = Samasta tilaisuudesta jäi lomake kesken.
enter-choose-first = Valitse ensin nuolilla ja Enterillä.
enter-go-on = Jatka kesken jäänyttä
enter-goes-on = Lomake jäi kesken: jatkat siitä.
enter-hours-recorded = Kirjattu jo: { $before }. Uusi korvaa sen.
enter-hours-replace = { $now } (korvaa: { $before })
enter-kept-then-tutor = Tallennettu: { $what } · { $given }/{ $expected } vastausta. Seuraavaksi tutorin lomake, Esc lopettaa.
enter-no-such = { $typed }: sellaista ei ole.
enter-passed-by = { $count ->
        [one] 1 kohta jäi ilman vastausta: { $which }. Ctrl-S uudelleen tallentaa.
       *[other] { $count } kohtaa jäi ilman vastausta: { $which }. Ctrl-S uudelleen tallentaa.
    }
enter-tutors-form = Kirjaa tutorin lomake
command-take-feedback = kirjaa palaute
    .also = palaute lomake vastaus paperi

## Papers and forms that people sent back

answers-told-continues = Samat vastaukset on tuotu lomakkeesta ”{ $form }”: jatketaan sitä.
today-low-scores = { $count } vastaajalla matalia arvioita (1–2)
## The report as its readers ask for it
figure-coached = toteutuneet sparraukset
figure-coached-means = Jakson sparraukset, joista on pidetty ainakin yksi tapaaminen tai jotka on merkitty käynnissä oleviksi tai päättyneiksi.
report-short-no-actions = Sovittuja toimia ei ole kirjattu.
report-short-no-forms = Palautetta ei ole vielä odotettu.
report-more-forms = { $value }, lomakkeita { $count }
report-forms-only = lomakkeita { $count }, odotettujen määrää ei tiedetä
report-note-forms = lomakkeita yli yhden kuntaa kohden
figure-recommend-events = suositteluluku: yhteiset tilaisuudet
figure-recommend-events-means = Laskettu kuten sparrausten suositteluluku, mutta tilaisuuksien lomakkeista: niissä kysytään tilaisuuden suosittelemisesta, joten lukuja ei lasketa yhteen.
report-answers = vastauksia
report-across-subregion = seutukunnittain
report-across-language = kielen mukaan
report-across-class = kuntaryhmittäin
report-across-kind = tilaisuuden lajin mukaan
report-across-status = tilan mukaan
report-across-form = digituen muodon mukaan
report-across-publication = julkaisun lajin mukaan
report-across-theme = teemoittain
report-across-work = työn mukaan
report-not-compared-days = Kirja ei kata yhtä pitkää aikaa juuri ennen jaksoa, joten vertailua ei ole.
report-unfinished = Kausi on kesken: tilanne { $day }.
report-unfinished-days = Jakso on kesken: tilanne { $day }.
report-practices-kept = Talteen saadut hyvät käytännöt
report-practices-taken = Käyttöön otetut hyvät käytännöt
report-nothing-of = { $count ->
    [one] Yhtä kuntaa ei tavoitettu, eikä siitä ole muitakaan lukuja: { $who }.
   *[other] { $count } kuntaa ei tavoitettu, eikä niistä ole muitakaan lukuja: { $who }.
}
report-others-unknown = Kaikista yhteisistä tilaisuuksista ei ole kirjattu, mitkä kunnat olivat paikalla: siksi muita tilaisuuksia on ”vähintään” tai niiden määrä ”ei tiedossa”.
paper-who-came = ketkä olivat
handover-latest-of-municipality = Kunnan viimeisin palaute
handover-latest-of-tutor = Tutorin viimeisin palaute
handover-not-people = Työt siirtyvät vain henkilöltä henkilölle: { $name } ei ole henkilö. Kunnan siirtomuistion saat ilman --to.
handover-would = Siirrettäisiin, { $from } → { $to }: { $what }.
error-paper-ending = Tiedostoksi { $file } ei osata kirjoittaa. Pääte on .html (avautuu myös Wordissa), .md, .txt tai .csv.
error-report-ahead = Jakso alkaisi { $from }, mutta tänään on { $today }: raportti kertoo siitä, mikä on jo ollut. Anna aiempi päivä tai myös --to.
answers-tally-empty =
    { $count ->
        [one] { $count } tyhjä lomake jäi pois
       *[other] { $count } tyhjää lomaketta jäi pois
    }
answers-too-much = Taulukko on liian suuri tuotavaksi kerralla: vastauksia tulisi noin { $size } Mt, ja tilaa on { $room } Mt. Jaa se pienempiin ja tuo vain viimeisin osa, tai poista sarakkeita, joita et tarvitse.
answers-choose-subject = Valitse ensin, mistä tilaisuudesta vastaukset ovat.
import-did-answers = Tuotu: { $counts }.
import-would-answers = Tuotaisiin: { $counts }.
feedback-more = { $count ->
    [one] yksi lomake
   *[other] { $count } lomaketta
}
