use super::super::sample::{any_document, any_text, report};
use super::*;
use crate::text::Tongue;
use proptest::prelude::*;

#[test]
fn a_report_reads_as_markdown() {
    let text = markdown(&report());
    for block in [
        "# Kausiraportti 2020–2021\n\nKuntien digituki, Uudenmaan liitto\\\n1.8.2020–31.7.2021, koottu 22.11.2026\n\n",
        "\n\n## Tavoite 1: Kunnat saavat vertaistukea\n\nKunnat pyysivät tukea ennen kaikkea verkostotyöhön.\\\n",
        "\n\n**Kauden luvut edellisen rinnalla**\n\n| Luku | 2020–2021 | 2019–2020 |\n| --- | ---: | ---: |\n",
        "| Osallistujia tilaisuuksissa | 1 204 | 310 |\n",
        "|  |  |\n| --- | ---: |\n| 5 täysin samaa mieltä | 21 |\n",
        "\n> Saimme rohkeutta aloittaa – ja lista siitä, mitä tehdä ensin.\n>\n> – tuettava kunta, kevät 2021\n\n",
        "\n\n- **Sovittuja toimia:** 24, joista tehty 17\n- **Hyviä käytäntöjä:** 9",
        "| Aino &lt;Esimerkki&gt; |",
    ] {
        assert!(text.contains(block), "{block}\nis not in\n{text}");
    }
}

#[test]
fn what_would_mean_something_is_escaped_and_the_rest_is_as_it_was() {
    for (said, written) in [
        ("Kunta (13), 2.5 – \"hyvä\" 50 %", "Kunta (13), 2.5 – \"hyvä\" 50 %"),
        ("# otsikko", "\\# otsikko"),
        ("1. lista", "1\\. lista"),
        ("1.8.2020 ja -5 astetta", "1.8.2020 ja -5 astetta"),
        ("-5 astetta", "-5 astetta"),
        ("12) lista", "12\\) lista"),
        ("- luettelo", "\\- luettelo"),
        ("a - b", "a - b"),
        ("===", "\\==="),
        ("> lainaus", "&gt; lainaus"),
        ("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"),
        ("![x](y)", "!\\[x\\](y)"),
        ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
        ("a|b\\c", "a\\|b\\\\c"),
        ("https://example.org/a_b", "https://example.org/a_b"),
        ("    koodia", "koodia"),
    ] {
        assert_eq!(escaped(said), written);
    }
}

/// A line without what is escaped in it: only markup is left of the signs that mean something.
fn without_escapes(line: &str) -> String {
    let mut out = String::new();
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            // What stands behind it means nothing; at a line's end it breaks the line.
            '\\' if signs.next().is_none() => {}
            '\\' => out.push('x'),
            '&' => {
                let name: String = signs.by_ref().take_while(|sign| *sign != ';').collect();
                assert!(["amp", "lt", "gt"].contains(&name.as_str()), "&{name};");
                out.push('x');
            }
            sign => out.push(sign),
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Read back, an escaped line is what was said.
    #[test]
    fn an_escaped_line_says_what_was_said(text in any_text()) {
        let said = Safe::line(&text);
        let written = escaped(said.as_str());
        let mut back = String::new();
        let mut signs = written.chars();
        while let Some(sign) = signs.next() {
            back.push(if sign == '\\' { signs.next().unwrap() } else { sign });
        }
        let back = back.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        prop_assert_eq!(back, said.as_str().trim());
    }

    /// Whatever is said, all markup there is comes from the document's shape.
    #[test]
    fn nothing_that_is_said_becomes_markup(document in any_document()) {
        let text = markdown(&document);
        let lines: Vec<String> = text.lines().map(without_escapes).collect();
        let starting = |mark: &str| lines.iter().filter(|line| line.starts_with(mark)).count();
        let count = |sign: char| lines.iter().map(|line| line.matches(sign).count()).sum::<usize>();
        let headings = 1 + document.parts.iter().filter(|part| matches!(part, Part::Heading(..))).count();
        prop_assert!(starting("#") <= headings);
        prop_assert_eq!(starting("#"), count_headings(&lines), "{}", text);
        let of = |part: &Part| match part {
            Part::List(items) => (items.len(), 0),
            Part::Facts(facts) => (facts.len(), 4 * facts.len()),
            Part::Table(_) | Part::Chart(_) => (0, 4),
            _ => (0, 0),
        };
        let (items, stars) = document.parts.iter().map(of).fold((0, 0), |sum, of| (sum.0 + of.0, sum.1 + of.1));
        prop_assert_eq!(starting("- "), items, "{}", text);
        prop_assert!(count('*') <= stars, "{}", text);
        for sign in ['`', '[', ']', '~', '$', '^'] {
            prop_assert_eq!(count(sign), 0, "{}", text);
        }
        prop_assert_eq!(count('<'), lines.iter().map(|line| line.matches("<br>").count()).sum::<usize>());
        for line in &lines {
            let line = line.as_str();
            prop_assert!(!line.starts_with("   "), "code begins so: {line:?}");
            prop_assert!(!line.contains('|') || (line.starts_with("| ") && line.ends_with(" |")), "{line:?}");
            let line = line.trim_start().trim_start_matches("> ");
            let is_mark = |sign: char| ['+', '=', ':', '-'].contains(&sign);
            let is_item = line == "-" || line.starts_with("- ");
            prop_assert!(is_item || !line.starts_with(is_mark) || !line.trim_start_matches(is_mark).starts_with(' '));
            prop_assert!(is_item || line.is_empty() || !line.trim_matches(is_mark).is_empty(), "a rule: {line:?}");
            let behind = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
            let is_end = [".", ")", ". ", ") "].iter().any(|end| behind == *end || end.len() == 2 && behind.starts_with(end));
            prop_assert!(behind.len() == line.len() || !is_end, "a list begins so: {line:?}");
        }
        prop_assert_eq!(document.tongue, Tongue::Sv);
    }
}

/// Lines that are headings as Markdown has them: one to three signs and a blank.
fn count_headings(lines: &[String]) -> usize {
    let is = |line: &&String| {
        ["# ", "## ", "### "].iter().any(|mark| line.starts_with(mark))
            || line.trim_matches('#').is_empty() && line.starts_with('#')
    };
    lines.iter().filter(is).count()
}
