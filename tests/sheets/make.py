"""The content of the test sheets: make.py FOLDER WORK writes delimited files and packed oddities to FOLDER and flat
OpenDocument sheets, which soffice converts, to WORK. Standard library only; the same every time."""
import csv, datetime, io, json, os, random, sys, zipfile
from xml.sax.saxutils import escape, quoteattr

OUT, WORK = sys.argv[1], sys.argv[2]
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, '../../data/uusimaa/municipalities.json'), encoding='utf-8') as file:
    TOWNS = [(r['name']['fi'], r['name'].get('sv') or r['name']['fi']) for r in json.load(file)['records']]
FIRST = """Aada Aapo Aila Aino Aleksi Anders Anja Anneli Antti Ari Arja Axel Birgitta Björn Camilla Eero Eija Eino
Elias Elina Emilia Erik Essi Göran Hanna Harri Heidi Heikki Helena Henna Iida Ilkka Inkeri Jaakko Jaana Jan-Erik
Jari Jenni Johanna Jorma Juha Kaarina Kaisa Kari Katja Kerttu Kimmo Kirsi Krister Laura Leena Linnea Lotta Maarit
Marja-Leena Markku Martti Mervi Mikael Minna Niina Olli Outi Pekka Petra Pia Päivi Raija Riikka Risto Saara Sanna
Sari Seija Sofia Stig Tarja Teemu Tiina Tuomas Ulla Veera Ville Åsa Örjan""".split()
LAST = """Aaltonen Ahlström Ahonen Andersson Backman Berg Björklund Eklund Eskola Fagerström Forsman Grönroos Haapala
Hakala Halonen Harju Heikkilä Heinonen Hiltunen Holmström Hyvönen Hämäläinen Häkkinen Järvinen Kallio Karlsson
Kauppinen Kettunen Kinnunen Koivisto Korhonen Koskela Laaksonen Lahti Laine Lehtonen Leppänen Lindholm Lindqvist
Mattila Miettinen Mäkelä Mäkinen Niemi Nieminen Nurmi Nyström Oksanen Peltonen Pitkänen Rantala Räsänen Saarinen
Salminen Sjöberg Söderström Tuominen Turunen Vainio Virtanen Väisänen Wikström Åberg Öhman""".split()
TITLES = """rehtori sivistysjohtaja varhaiskasvatusjohtaja digitutor suunnittelija koulutuspäällikkö luokanopettaja
erityisopettaja päiväkodin johtaja kehittämispäällikkö""".split('\n')
TITLES = [t for t in ' '.join(TITLES).replace('päiväkodin johtaja', 'päiväkodin_johtaja').split()]
TITLES = [t.replace('_', ' ') for t in TITLES]
GENITIVE = {'Porvoo': 'Porvoon kaupunki', 'Espoo': 'Espoon kaupunki', 'Lohja': 'Lohjan kaupunki',
            'Sipoo': 'Sipoon kunta', 'Tuusula': 'Tuusulan kunta', 'Vantaa': 'Vantaan kaupunki'}
MISSPELT = {'Porvoo': 'Porvo', 'Järvenpää': 'Järvenpä', 'Lohja': 'Lohjja'}
PEOPLE = 140


def plain(name):
    return name.lower().translate(str.maketrans('åäöé', 'aaoe')).replace(' ', '').replace("'", '')


def person(rng, pair):
    first, last = pair
    town = rng.choice(TOWNS)
    phone = '0%d %03d %04d' % (rng.choice([40, 44, 45, 50]), rng.randrange(1000), rng.randrange(10000))
    mail = '%s.%s@%s.example' % (plain(first), plain(last), plain(town[0]))
    return {'first': first, 'last': last, 'phone': phone, 'mail': mail, 'town': town[0], 'sv': town[1],
            'title': rng.choice(TITLES), 'second': '', 'remark': ''}


def typo(name):
    return name[:2] + name[3:] if len(name) > 4 else name + name[-1]


def abroad(phone):
    return '+358' + phone[1:].replace(' ', '')


def duplicate(number, one):
    """Four exact, four with a typo in the name or another spelling of the phone, four in the other language."""
    other = dict(one)
    if number < 4:
        return other
    if number < 6:
        other['last'] = typo(one['last'])
    elif number < 8:
        other['phone'] = abroad(one['phone'])
    else:
        other['town'], other['sv'] = one['sv'], one['town']
    return other


def people(seed):
    """126 people, twelve duplicates and two broken rows: 140 rows, as a list in a random order."""
    rng = random.Random(seed)
    pairs = rng.sample([(first, last) for first in FIRST for last in LAST], PEOPLE - 14)
    rows = [person(rng, pair) for pair in pairs]
    bilingual = [row for row in rows if row['town'] != row['sv']]
    for row, (right, wrong) in zip(bilingual[12:], MISSPELT.items()):
        row['town'] = row['sv'] = wrong
    plain_rows = [row for row in bilingual[15:] if row['town'] in GENITIVE]
    for row in plain_rows[:6]:
        row['town'] = GENITIVE[row['town']]
    for row in rows[3::17]:
        row['second'] = '09 %03d %04d' % (rng.randrange(1000), rng.randrange(10000))
    for row in rows[5::13]:
        row['remark'] = rng.choice(['lomalla elokuun', 'soittaa mieluummin,\nei sähköpostia', 'uusi; aloitti "syksyllä"'])
    rows += [duplicate(number, one) for number, one in enumerate(bilingual[:12])]
    nameless, wrong = dict(rows[40]), dict(rows[41])
    nameless.update(first='', last='', mail='info@tuusula.example', phone='09 555 0000')
    wrong.update(first='Rikki', last='Rivi', phone='09 555 0001', mail='rikki.rivi.example', town='Atlantis', sv='Atlantis')
    rows += [nameless, wrong]
    rng.shuffle(rows)
    assert len(rows) == PEOPLE and len({row['mail'] for row in rows}) == PEOPLE - 12
    return rows


def delimited(rows, name, encoding, separator=';'):
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator='\r\n').writerows(rows)
    with open(os.path.join(OUT, name), 'wb') as file:
        file.write(text.getvalue().encode(encoding))


STYLES = '''<office:automatic-styles>
<number:date-style style:name="nd"><number:day/><number:text>.</number:text><number:month/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="ndt"><number:day/><number:text>.</number:text><number:month/><number:text>.</number:text><number:year number:style="long"/><number:text> </number:text><number:hours/><number:text>.</number:text><number:minutes number:style="long"/></number:date-style>
<number:time-style style:name="nt"><number:hours/><number:text>.</number:text><number:minutes number:style="long"/></number:time-style>
<number:time-style style:name="nl" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<number:boolean-style style:name="nb"><number:boolean/></number:boolean-style>
<style:style style:name="b" style:family="table-cell" style:data-style-name="nb"/>
<style:style style:name="d" style:family="table-cell" style:data-style-name="nd"/>
<style:style style:name="dt" style:family="table-cell" style:data-style-name="ndt"/>
<style:style style:name="t" style:family="table-cell" style:data-style-name="nt"/>
<style:style style:name="l" style:family="table-cell" style:data-style-name="nl"/>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>'''
SPACES = ' '.join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % pair for pair in [
    ('office', 'office'), ('table', 'table'), ('text', 'text'), ('style', 'style'), ('number', 'datastyle')]) + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'


def cell(value, span=1, across=1):
    more = ''
    if span > 1 or across > 1:
        more = ' table:number-rows-spanned="%d" table:number-columns-spanned="%d"' % (span, across)
    if value is None:
        return '<table:table-cell%s/>' % more
    if value == '(covered)':
        return '<table:covered-table-cell/>'
    if isinstance(value, tuple):
        return '<table:table-cell%s %s/>' % (more, value[0])
    if isinstance(value, (int, float)):
        return '<table:table-cell%s office:value-type="float" office:value="%r"/>' % (more, value)
    lines = ''.join('<text:p>%s</text:p>' % escape(line) for line in value.split('\n'))
    return '<table:table-cell%s office:value-type="string">%s</table:table-cell>' % (more, lines)


def sheet(name, rows, style='shown', after=''):
    """Rows of cells; a cell is a value or (value, rows it spans, columns it spans)."""
    body = ''.join('<table:table-row>%s</table:table-row>' % ''.join(
        cell(*c) if isinstance(c, list) else cell(c) for c in row) for row in rows)
    return '<table:table table:name=%s table:style-name="%s">%s%s</table:table>' % (quoteattr(name), style, body, after)


def flat(name, sheets):
    with open(os.path.join(WORK, name + '.fods'), 'w', encoding='utf-8') as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?><office:document %s office:version="1.3" office:mimetype='
                   '"application/vnd.oasis.opendocument.spreadsheet">%s<office:body><office:spreadsheet>%s'
                   '</office:spreadsheet></office:body></office:document>' % (SPACES, STYLES, ''.join(sheets)))


def first_shape():
    heading = 'Etunimi Sukunimi Puh. Sähköposti Kunta Nimike'.split()
    rows = [heading] + [[p['first'], p['last'], p['phone'], p['mail'], p['town'], p['title']] for p in people(1)]
    delimited(rows, 'plain.csv', 'cp1252')
    delimited(rows, 'plain-utf8.csv', 'utf-8-sig')
    delimited(rows, 'plain-utf16.csv', 'utf-16', '\t')
    flat('names', [sheet('Yhteystiedot', rows)])


def second_shape():
    heading = 'Namn Telefon E-post Kommun Titel'.split()
    rows = [['Kontaktlista 2026', '', '', '', ''], ['', '', '', '', ''], heading]
    for p in people(2):
        rows.append([(p['last'] + ' ' + p['first']).strip(), p['phone'], p['mail'], p['sv'], p['title']])
    delimited(rows, 'titled.csv', 'utf-8')
    return rows


def third_shape():
    heading = ['Kunta', 'Nimi', 'Nimike', 'Puhelin', 'Toinen puhelin', 'Sähköposti', 'Huomautuksia']
    grouped = sorted(people(3), key=lambda p: p['town'])
    flat_rows, rows, at = [heading], [heading], 0
    while at < len(grouped):
        town = grouped[at]['town']
        many = sum(1 for p in grouped if p['town'] == town)
        for offset, p in enumerate(grouped[at:at + many]):
            rest = [(p['first'] + ' ' + p['last']).strip(), p['title'], p['phone'], p['second'], p['mail'], p['remark']]
            rest = [value or None for value in rest]
            group = [town, many, 1] if many > 1 and offset == 0 else (town if offset == 0 else '(covered)')
            rows.append([group] + rest)
            flat_rows.append([town] + [value or '' for value in rest])
        at += many
    delimited(flat_rows, 'grouped.csv', 'utf-8')
    return rows


def odd():
    value = lambda kind, more: ('office:value-type="%s" %s' % (kind, more),)
    day = value('date', 'table:style-name="d" office:date-value="2026-11-22"')
    both = value('date', 'table:style-name="dt" office:date-value="2026-11-22T09:30:00"')
    time = value('time', 'table:style-name="t" office:time-value="PT09H30M00S"')
    length = value('time', 'table:style-name="l" office:time-value="PT25H30M00S"')
    formula = lambda text: ('table:formula="of:=%s" office:value-type="float" office:value="0"' % text,)
    rows = [
        ['Mitä', 'Arvo'],
        ['luku', 33458], ['puhelin', 401234567], ['murto', formula('0.1+0.2')], ['summa', formula('[.B2]+1')],
        ['virhe', formula('1/0')], ['päivä', day], ['hetki', both], ['aika', time], ['kesto', length],
        ['totta', value('boolean', 'table:style-name="b" office:boolean-value="true"')],
        ['rivit', 'eka\ntoka'], ['  reunat\u00a0', '\u00a0x '], [],
        [['leveä', 1, 2], '(covered)', 'kolmas'], [['korkea', 3, 1], 'a'], ['(covered)', 'b'], ['(covered)', 'c'],
    ]
    empty = '<table:table-row table:number-rows-repeated="1048557"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    flat('odd', [
        sheet('Tyhjä', []),
        sheet('Kaikenlaista', rows, after=empty),
        sheet('Salainen', [['piilossa', 1]], 'hidden'),
        sheet('Toinen', [['vain', 'tämä']]),
    ])


def packed(name, parts):
    with zipfile.ZipFile(os.path.join(OUT, name), 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, text in parts.items():
            archive.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'


def package(data, properties='', styles=''):
    """The least that is an XLSX."""
    relation = lambda id, kind, target: '<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (id, OFFICE, kind, target)
    around = lambda inside: '<Relationships xmlns="%s">%s</Relationships>' % (RELATIONS, inside)
    return {
        '_rels/.rels': around(relation('r1', 'officeDocument', 'xl/workbook.xml')),
        'xl/workbook.xml': '<workbook xmlns="%s" xmlns:r="%s">%s<sheets><sheet name="Taul1" sheetId="1" r:id="r1"/>'
                           '</sheets></workbook>' % (MAIN, OFFICE, properties),
        'xl/_rels/workbook.xml.rels': around(relation('r1', 'worksheet', 'worksheets/sheet1.xml')
                                             + relation('r2', 'styles', 'styles.xml')),
        'xl/styles.xml': '<styleSheet xmlns="%s">%s</styleSheet>' % (MAIN, styles),
        'xl/worksheets/sheet1.xml': '<worksheet xmlns="%s">%s</worksheet>' % (MAIN, data),
    }


def hollow():
    """A million rows that hold nothing, the last of them styled to the last column, and two that hold something."""
    rows = '<row/>' * 1048574
    text = '<c r="A%d" t="inlineStr"><is><t>%s</t></is></c>'
    data = '<dimension ref="A1:XFD1048576"/><sheetData><row r="1">%s</row>%s<row r="1048576">%s<c r="XFD1048576" s="0"/></row></sheetData>'
    packed('hollow.xlsx', package(data % (text % (1, 'alku'), rows, text % (1048576, 'loppu'))))
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    day = '<sheetData><row r="1"><c r="A1" s="1"><v>44886</v></c></row></sheetData>'
    packed('since1904.xlsx', package(day, '<workbookPr date1904="1"/>', styles))


first_shape()
titled, merged = second_shape(), third_shape()
flat('merged', [sheet('Kunnittain', merged), sheet('Svenska', [[value or None for value in row] for row in titled])])
odd()
hollow()
