//! Documents for tests: one with a piece of every kind, and any at all.

use proptest::prelude::*;

use super::{Bar, Chart, Depth, Document, Head, Part, Table};
use crate::text::{Safe, Tongue};

fn line(text: &str) -> Safe {
    Safe::line(text)
}

fn head(texts: &[&str]) -> Vec<Head> {
    // Numbers stand behind the first column.
    texts.iter().enumerate().map(|(number, text)| Head { text: line(text), is_number: number > 0 }).collect()
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<Safe>> {
    rows.iter().map(|row| row.iter().map(|cell| line(cell)).collect()).collect()
}

fn bars(bars: &[(&str, u32)]) -> Vec<Bar> {
    bars.iter()
        .map(|(label, value)| Bar { label: line(label), value: *value, shown: line(&value.to_string()) })
        .collect()
}

/// A report as one would hand it on, with a piece of every kind.
pub(super) fn report() -> Document {
    let parts = vec![
        Part::Words(line(
            "Kaudella sparrattiin uudenmaalaisia kuntia digituen järjestämisessä. Luvut ovat kauden 2020–2021 ja niiden rinnalla edellisen kauden.",
        )),
        Part::Heading(Depth::Section, line("Tavoite 1: Kunnat saavat vertaistukea")),
        Part::Words(Safe::lines(
            "Kunnat pyysivät tukea ennen kaikkea verkostotyöhön.\nTukea annettiin etänä.\n\nKevään tilaisuudet pidettiin suunnitellusti.",
        )),
        Part::Heading(Depth::Subsection, line("Luvut")),
        Part::Table(Table {
            caption: line("Kauden luvut edellisen rinnalla"),
            head: head(&["Luku", "2020–2021", "2019–2020"]),
            rows: rows(&[
                &["Tavoitetut kunnat (vähintään yksi pidetty tilaisuus)", "16", "–"],
                &["Osallistujia tilaisuuksissa", "1 204", "310"],
                &["Palautteita (saatu / odotettu)", "38 / 52", "–"],
            ]),
        }),
        Part::Chart(Chart {
            caption: line("Tapaamisesta on hyötyä omassa työssäni"),
            told: line(
                "Vastauksia 38: täysin samaa mieltä 21, samaa mieltä 12, ei samaa eikä eri mieltä 4, eri mieltä 1, täysin eri mieltä 0. Keskiarvo 4,4.",
            ),
            bars: bars(&[
                ("5 täysin samaa mieltä", 21),
                ("4 samaa mieltä", 12),
                ("3 siltä väliltä", 4),
                ("2 eri mieltä", 1),
                ("1 täysin eri mieltä", 0),
            ]),
            whole: 0,
        }),
        Part::Heading(Depth::Subsection, line("Mitä sanottiin")),
        Part::Quote {
            words: line("Saimme rohkeutta aloittaa – ja lista siitä, mitä tehdä ensin."),
            from: line("tuettava kunta, kevät 2021"),
        },
        Part::Quote { words: line("Muiden kokemukset auttoivat eniten."), from: Safe::default() },
        Part::Heading(Depth::Section, line("Tavoite 2: Käytännöt leviävät")),
        Part::Facts(vec![
            (line("Sovittuja toimia"), line("24, joista tehty 17")),
            (line("Hyviä käytäntöjä"), line("9, otettu käyttöön 5 kunnassa")),
        ]),
        Part::List(vec![
            line("Digitukipiste kirjastossa"),
            line("Vertaisopastajien koulutus yhdessä järjestön kanssa"),
        ]),
        Part::Chart(Chart {
            caption: line("Sparraukset aiheittain"),
            told: Safe::default(),
            bars: bars(&[("Digituen organisointi kunnassa ja yhteistyö kolmannen sektorin kanssa", 9), ("Etätuki", 4)]),
            whole: 0,
        }),
        Part::Table(Table {
            caption: line("Osallistujat"),
            head: head(&["Nimi"]),
            rows: rows(&[&["Aino <Esimerkki>"], &[""]]),
        }),
    ];
    let under = vec![line("Kuntien digituki, Uudenmaan liitto"), line("1.8.2020–31.7.2021, koottu 22.11.2026")];
    Document { tongue: Tongue::Fi, title: line("Kausiraportti 2020–2021"), under, parts }
}

/// Text as people and machines put it into fields, much of it meaning something to somebody.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        " ",
        " ",
        "\n",
        "\n\n",
        "a",
        "kunta",
        "Åbo",
        "<script>alert(1)</script>",
        "</title>",
        "<!--",
        "]]>",
        "&amp;",
        "&",
        "\"",
        "'",
        "<",
        ">",
        "# ",
        "## ",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "12) ",
        "> ",
        "`",
        "```",
        "~~~",
        "|",
        "---",
        "===",
        ":--",
        "[a](http://x)",
        "![a](x)",
        "[a]: http://x",
        "<http://x>",
        "**",
        "__",
        "_",
        "\\",
        "    ",
        "\t",
        "$x$",
        "^",
        "http://example.org/a_b",
        "漢字",
        "👍🏽",
        "e\u{301}",
        "\u{202e}",
    ]);
    prop_oneof![3 => prop::collection::vec(pieces, 0..12).prop_map(|parts| parts.concat()), 1 => any::<String>()]
}

fn any_safe() -> impl Strategy<Value = Safe> {
    any_text().prop_map(|text| Safe::lines(&text))
}

fn any_table() -> impl Strategy<Value = Table> {
    let head = || (any_safe(), any::<bool>()).prop_map(|(text, is_number)| Head { text, is_number });
    let rows = |columns: usize| prop::collection::vec(prop::collection::vec(any_safe(), columns), 0..4);
    let table =
        (0_usize..6).prop_flat_map(move |columns| (any_safe(), prop::collection::vec(head(), columns), rows(columns)));
    table.prop_map(|(caption, head, rows)| Table { caption, head, rows })
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let bar = (any_safe(), any::<u32>(), any_safe()).prop_map(|(label, value, shown)| Bar { label, value, shown });
    (any_safe(), any_safe(), prop::collection::vec(bar, 0..6)).prop_map(|(caption, told, bars)| Chart {
        caption,
        told,
        bars,
        whole: 0,
    })
}

fn any_part() -> impl Strategy<Value = Part> {
    prop_oneof![
        (any::<bool>(), any_safe())
            .prop_map(|(sub, text)| Part::Heading(if sub { Depth::Subsection } else { Depth::Section }, text)),
        any_safe().prop_map(Part::Words),
        prop::collection::vec(any_safe(), 0..4).prop_map(Part::List),
        prop::collection::vec((any_safe(), any_safe()), 0..4).prop_map(Part::Facts),
        any_table().prop_map(Part::Table),
        any_chart().prop_map(Part::Chart),
        (any_safe(), any_safe()).prop_map(|(words, from)| Part::Quote { words, from }),
    ]
}

/// Any document.
pub(super) fn any_document() -> impl Strategy<Value = Document> {
    (any_safe(), prop::collection::vec(any_safe(), 0..3), prop::collection::vec(any_part(), 0..8))
        .prop_map(|(title, under, parts)| Document { tongue: Tongue::Sv, title, under, parts })
}
