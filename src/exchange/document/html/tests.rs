use super::super::Head;
use super::super::sample::{any_document, report};
use super::style::{ACCENT, INK, PAPER, QUIET, SHADE};
use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

/// An element as it opens: its name and its attributes.
type Tag = (String, Vec<(String, String)>);

/// What a page holds, read as strictly as XML is: any sign of data that was markup would break it or show here.
struct Read {
    tags: Vec<Tag>,
    /// All text, what stands between two tags each for itself.
    texts: Vec<String>,
}

fn read(page: &str) -> Read {
    // What HTML leaves open is closed for the reader.
    let strict = page.replace("<!DOCTYPE html>\n", "").replace("<br>", "<br/>");
    let strict: Vec<String> = strict
        .lines()
        .map(|line| if line.starts_with("<img") { line.replace("\">", "\"/>") } else { line.to_owned() })
        .collect();
    let strict = strict.join("\n");
    let strict =
        strict.lines().map(|line| if line.starts_with("<meta") { "" } else { line }).collect::<Vec<_>>().join("\n");
    let mut reader = Reader::from_str(&strict);
    reader.config_mut().check_end_names = true;
    let mut read = Read { tags: Vec::new(), texts: vec![String::new()] };
    let mut open = 0;
    loop {
        match reader.read_event().expect("the page is well formed") {
            Event::Start(tag) => {
                open += 1;
                read.tag(&tag);
            }
            Event::Empty(tag) => read.tag(&tag),
            Event::End(_) => {
                open -= 1;
                read.texts.push(String::new());
            }
            Event::Text(text) => read.texts.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) => {
                let sign = match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "#39" => '\'',
                    other => panic!("&{other};"),
                };
                read.texts.last_mut().unwrap().push(sign);
            }
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(open, 0, "every element is closed");
    read
}

impl Read {
    fn tag(&mut self, tag: &quick_xml::events::BytesStart<'_>) {
        let name = tag.name().as_ref().to_owned();
        let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
            let key = attribute.key.as_ref().to_owned();
            (key, attribute.value.into_owned())
        };
        let attributes = tag.attributes().map(|each| attribute(each.unwrap())).collect();
        if name == "br" {
            self.texts.last_mut().unwrap().push('\n');
        } else {
            self.texts.push(String::new());
        }
        self.tags.push((name, attributes));
    }

    fn named(&self, name: &str) -> impl Iterator<Item = &Tag> {
        self.tags.iter().filter(move |(tag, _)| tag == name)
    }
}

fn attribute<'a>(tag: &'a Tag, key: &str) -> Option<&'a str> {
    tag.1.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
}

/// What whoever cannot see the page, or sees it badly, needs: see WCAG 2.2, 1.1.1, 1.3.1, 2.4.6, 3.1.1.
fn check_access(page: &str) {
    let read = read(page);
    assert!(["fi", "sv", "en"].contains(&attribute(&read.tags[0], "lang").expect("the page says its language")));
    assert_eq!(read.named("title").next().map(|_| ()), Some(()), "the page has a title");
    assert_eq!(read.named("main").count(), 1);
    assert_eq!(read.named("h1").count(), 1, "one first heading");
    let mut above = 0;
    for (name, _) in &read.tags {
        let level = match name.as_str() {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            _ => continue,
        };
        assert!(level <= above + 1, "no step between headings is left out: {level} after {above}");
        above = level;
    }
    for cell in read.named("th") {
        assert!(["col", "row"].contains(&attribute(cell, "scope").expect("a heading says what it heads")));
    }
    for picture in read.named("img") {
        assert!(attribute(picture, "alt").is_some(), "what it shows is said");
        let data = attribute(picture, "src").unwrap().strip_prefix("data:image/svg+xml;base64,");
        let drawn = STANDARD.decode(data.expect("nothing is fetched")).expect("base 64");
        let drawn = self::read(&String::from_utf8(drawn).unwrap());
        for (name, _) in &drawn.tags {
            assert!(["svg", "rect", "text"].contains(&name.as_str()), "{name}");
        }
    }
    for link in read.named("a") {
        let address = attribute(link, "href").expect("it leads somewhere");
        assert!(address.starts_with("http://") || address.starts_with("https://"), "{address}");
    }
    for table in read.named("table") {
        let Some(name) = attribute(table, "aria-labelledby") else { continue };
        assert!(read.tags.iter().any(|tag| attribute(tag, "id") == Some(name)), "its caption is there");
    }
    let mut ids: Vec<&str> = read.tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands once");
    let foreign = ["script", "link", "iframe", "object", "form", "svg", "input", "use", "image", "foreignObject"];
    for (name, attributes) in &read.tags {
        assert!(!foreign.contains(&name.as_str()), "{name}");
        for (key, value) in attributes {
            let outside = key.starts_with("on")
                || (key == "src" && name != "img")
                || (key == "href" && name != "a")
                || key == "style";
            assert!(!outside, "{name} {key}={value}");
        }
    }
}

#[test]
fn a_report_can_be_read_by_everybody() {
    let page = html(&report());
    check_access(&page);
    let read = read(&page);
    let count = |name: &str| read.named(name).count();
    assert_eq!((count("table"), count("img"), count("blockquote")), (2, 2, 2));
    let captions = read.tags.iter().filter(|tag| attribute(tag, "class") == Some("caption")).count();
    assert_eq!(captions, 4);
    assert!(read.tags.iter().any(|tag| attribute(tag, "scope") == Some("row")));
    // A word processor drops pictures: what they show stands beside them.
    for told in ["Keskiarvo 4,4.", "Etätuki: 4"] {
        assert_eq!(page.matches(told).count(), 2, "{told}: in the picture's description and beside it");
    }
    assert!(page.contains("Aino &lt;Esimerkki&gt;"));
}

#[test]
fn nothing_is_fetched_and_the_page_forbids_it() {
    let page = html(&report());
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
    for word in ["url(", "@import", "javascript:", "<script"] {
        assert!(!page.contains(word), "{word}");
    }
    assert_eq!(page.matches("http:").count() + page.matches("https:").count(), 0);
}

#[test]
fn addresses_of_the_web_are_links_and_nothing_else_is() {
    for (text, wanted) in [
        (
            "Katso https://dvv.fi/a?b=1&c=2.",
            "Katso <a href=\"https://dvv.fi/a?b=1&amp;c=2\">https://dvv.fi/a?b=1&amp;c=2</a>.",
        ),
        (
            "(http://a.fi) ja http://b.fi",
            "(<a href=\"http://a.fi\">http://a.fi</a>) ja <a href=\"http://b.fi\">http://b.fi</a>",
        ),
        ("https://a.fi\"onclick=x", "<a href=\"https://a.fi\">https://a.fi</a>&quot;onclick=x"),
        ("javascript:alert(1) file:///etc ftp://a.fi", "javascript:alert(1) file:///etc ftp://a.fi"),
        ("https:// <b>", "https:// &lt;b&gt;"),
        ("https://", "https://"),
    ] {
        assert_eq!(linked(text), wanted, "{text}");
    }
}

#[test]
fn a_table_with_many_long_words_is_set_smaller() {
    let head = |text: &str| Head { text: Safe::line(text), is_number: false };
    let table = |columns: usize| Table {
        head: (0..columns).map(|_| head("Vastuuhenkilö")).collect(),
        rows: vec![vec![Safe::own("Kuntatutoreiden kokemuksista"); columns]],
        ..Table::default()
    };
    assert!(!is_tight(&table(4)));
    assert!(is_tight(&table(7)));
    let page = html(&Document { parts: vec![Part::Table(table(7))], ..report() });
    assert!(page.contains("<table class=\"tight\""));
}

/// The relative luminance of a colour as WCAG 2.2 defines it.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(colour.get(at..at + 2).unwrap(), 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn letters_stand_out_from_what_they_stand_on() {
    assert!((contrast("#ffffff", "#000000") - 21.0).abs() < 1e-9, "the measure itself");
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01, "the measure itself");
    for letters in [INK, QUIET, ACCENT] {
        for paper in [PAPER, SHADE] {
            assert!(contrast(letters, paper) >= 4.5, "{letters} on {paper}: {}", contrast(letters, paper));
        }
    }
    let sheet = style::style();
    let used = sheet.split('#').skip(1).map(|rest| format!("#{}", rest.get(..6).unwrap()));
    let known = [INK, QUIET, ACCENT, PAPER, SHADE, style::LINE, style::HAND];
    for colour in used {
        assert!(known.contains(&colour.as_str()), "{colour} was not measured");
    }
    assert!(contrast(style::HAND, PAPER) >= 3.0, "a line to write on is seen");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// Whatever is said, it stays text: the page can be read strictly, holds no element that is not its own, and shows
    /// each title as it is.
    #[test]
    fn nothing_that_is_said_becomes_markup(document in any_document()) {
        let page = html(&document);
        check_access(&page);
        let read = read(&page);
        let shown = |text: &Safe| read.texts.iter().any(|known| known == text.as_str());
        prop_assert!(shown(&document.title));
        for part in &document.parts {
            match part {
                Part::Heading(_, text) => prop_assert!(shown(text), "{text:?}"),
                Part::Facts(facts) => for (term, _) in facts {
                    prop_assert!(shown(term), "{term:?}");
                },
                Part::Chart(chart) => prop_assert!(shown(&chart.caption), "{:?}", chart.caption),
                _ => {}
            }
        }
    }
}
