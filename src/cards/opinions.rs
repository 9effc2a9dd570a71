//! What people answered about something, put together to be read: how many forms, question by question both voices side
//! by side, and what was said in words. The same lines stand on the screen and on the command line.
//!
//! Counts nothing itself: that is `planning/opinions.rs`.

use ecow::EcoString;

use crate::book::show::Showing;
use crate::domain::{Answering, Feedback, Id, Kind, Link};
use crate::planning::answerers::counted_about;
use crate::planning::figures::Answers;
use crate::planning::opinions::{
    About, FEWEST_RECOMMENDING, FEWEST_SHOWN, Opinion, Spread, forms, is_about, is_few, opinions, said,
};
use crate::planning::questionnaires::{COMMENT, option, options, question};
use crate::text::{Safe, Texts, Tongue};
use crate::widgets::card::{Card, CardLine, Tone};

/// How wide the longest bar is, in cells.
const BAR: u32 = 12;

/// So many words are read in one go: of more one looks for what one wants.
pub const WORDS_READ: usize = 500;

/// So many words stand beside a list.
pub const WORDS_BESIDE: usize = 40;

/// How distributions are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bars {
    /// As bars of this mark.
    Drawn(&'static str),
    /// As numbers only, for those who hear them.
    Told,
}

/// Words of a form, with the line of a card they stand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The line's number.
    pub line: usize,
    /// The form.
    pub form: Link,
    /// The question's key, or `comment`.
    pub question: EcoString,
    /// The words.
    pub words: EcoString,
}

/// The record answers are gathered about.
pub fn link(about: &About) -> Link {
    let (kind, id) = match about {
        About::Session(id) => (Kind::Session, id),
        About::Coaching(id) => (Kind::Coaching, id),
        About::Municipality(id) => (Kind::Municipality, id),
        About::Tutor(id) => (Kind::Person, id),
        About::Theme(id) => (Kind::Theme, id),
        About::Season(id) => (Kind::Season, id),
    };
    Link::new(kind, id.clone())
}

/// What answers can be gathered about, by the record it is.
pub fn about(link: &Link) -> Option<About> {
    let id = link.id.clone();
    Some(match link.kind {
        Kind::Session => About::Session(id),
        Kind::Coaching => About::Coaching(id),
        Kind::Municipality => About::Municipality(id),
        Kind::Person => About::Tutor(id),
        Kind::Theme => About::Theme(id),
        Kind::Season => About::Season(id),
        _ => return None,
    })
}

/// The forms that count, of one season where one is named.
pub fn forms_of<'a>(showing: Showing<'a>, about: &About, season: Option<&Id>) -> Vec<&'a Feedback> {
    let mut forms = forms(showing.book, about);
    let is_whole = matches!(about, About::Session(_) | About::Coaching(_) | About::Season(_));
    if let Some(season) = season.filter(|_| !is_whole) {
        let season = About::Season(season.clone());
        forms.retain(|form| is_about(showing.book, form, &season));
    }
    forms
}

/// The figures, then what was said in words; of that only what holds `typed`, where something is typed: then without
/// the figures. The spots are the words that have a line: `most` of them, and then a line that says how many more
/// there are.
pub fn answers_card(
    showing: Showing<'_>,
    about: &About,
    season: Option<&Id>,
    bars: Bars,
    (typed, most): (&str, usize),
) -> (Card, Vec<Spot>) {
    let forms = forms_of(showing, about, season);
    let mut card = Card { title: showing.link(&link(about)), lines: Vec::new() };
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        let counted = counted_about(showing.book, about, season);
        card.lines.push(line(Tone::Lead, came(showing.texts, forms.len(), counted)));
        for opinion in opinions(showing.book, &forms) {
            tell(showing, &mut card.lines, &opinion, bars);
        }
    }
    let spots = words(showing, &mut card.lines, &forms, (&typed, most));
    (card, spots)
}

fn line(tone: Tone, text: Safe) -> CardLine {
    CardLine { text, tone, ..CardLine::default() }
}

fn labelled(label: Safe, text: Safe, tone: Tone) -> CardLine {
    CardLine { label, text, tone, ..CardLine::default() }
}

fn count(number: u32) -> crate::text::Arg {
    (number as usize).into()
}

/// How many forms came, and how many of those there should be.
pub fn came(texts: &Texts, forms: usize, counted: Answers) -> Safe {
    let forms = texts.tell("answers-forms", &[("count", forms.into())]);
    if counted.expected == 0 {
        return forms;
    }
    let rate = (u64::from(counted.given) * 100 + u64::from(counted.expected) / 2) / u64::from(counted.expected);
    let rate = usize::try_from(rate).unwrap_or(usize::MAX);
    let places = [("given", count(counted.given)), ("expected", count(counted.expected)), ("rate", rate.into())];
    Safe::join([forms, texts.tell("answers-returned", &places)], &Safe::own(" · "))
}

/// A number in hundredths with one decimal, as the language writes it.
pub fn tenths(texts: &Texts, hundredths: u32) -> Safe {
    decimal(texts, (hundredths + 5) / 10)
}

fn decimal(texts: &Texts, tenths: u32) -> Safe {
    let sign = if texts.tongue() == Tongue::En { '.' } else { ',' };
    Safe::line(&format!("{}{sign}{}", tenths / 10, tenths % 10))
}

/// A median in halves.
pub fn halves(texts: &Texts, halves: u32) -> Safe {
    if halves.is_multiple_of(2) { texts.number(halves / 2) } else { decimal(texts, halves * 5) }
}

/// One question: what it asks, how each voice answered, how the answers are spread.
fn tell(showing: Showing<'_>, lines: &mut Vec<CardLine>, opinion: &Opinion, bars: Bars) {
    let texts = showing.texts;
    let voices = [("receiving", &opinion.receiving), ("tutor", &opinion.tutor)];
    let voices = voices.into_iter().filter_map(|(voice, spread)| Some((voice, spread.as_ref()?)));
    let voices: Vec<(&str, &Spread)> = voices.filter(|(_, it)| it.n + it.cannot_say + it.outside > 0).collect();
    if voices.is_empty() {
        return;
    }
    lines.push(line(Tone::Plain, Safe::default()));
    lines.push(line(Tone::Heading, Safe::line(opinion.text.in_tongue(texts.tongue()))));
    if let Some(theirs) = opinion.tutor_text.as_ref().filter(|_| voices.len() > 1) {
        let theirs = Safe::line(theirs.in_tongue(texts.tongue()));
        lines.push(line(Tone::Lead, texts.tell("answers-tutor-asked", &[("question", theirs.into())])));
    }
    for (voice, spread) in &voices {
        let told = summary(texts, opinion.answering, spread);
        lines.push(labelled(texts.say(&format!("answers-{voice}")), told, Tone::Plain));
    }
    if opinion.differs {
        lines.push(labelled(Safe::own("!"), texts.say("answers-differ"), Tone::Warning));
    }
    let shown = voices.iter().filter(|(_, spread)| !is_few(opinion.answering, spread.n));
    let shown: Vec<(&str, &Spread)> = shown.copied().collect();
    spread_out(showing, lines, opinion.answering, &shown, bars);
}

/// How many answered, the mean and the median; where few did, that no distribution and no score is shown. Those who
/// look at it have every form at hand: the mean of a few tells them no name they do not know.
fn summary(texts: &Texts, answering: Answering, spread: &Spread) -> Safe {
    let mut parts = vec![texts.tell("answers-n", &[("count", count(spread.n))])];
    let few = is_few(answering, spread.n);
    if !few || answering == Answering::Agreement {
        parts.extend(
            spread.mean_hundredths.map(|mean| texts.tell("answers-mean", &[("mean", tenths(texts, mean).into())])),
        );
        let median = spread.median_halves;
        parts.extend(median.map(|it| texts.tell("answers-median", &[("median", halves(texts, it).into())])));
    }
    if few {
        let least = if answering == Answering::Recommend { FEWEST_RECOMMENDING } else { FEWEST_SHOWN };
        let few = if answering == Answering::Recommend { "answers-few-recommend" } else { "answers-few" };
        parts.push(texts.tell(few, &[("least", count(least))]));
    } else {
        let score = spread.recommendation();
        parts.extend(score.map(|it| texts.tell("answers-score", &[("score", Safe::line(&format!("{it:+}")).into())])));
    }
    let cannot_say = Some(spread.cannot_say).filter(|number| *number > 0);
    parts.extend(cannot_say.map(|number| texts.tell("answers-cannot-say", &[("count", count(number))])));
    let outside = Some(spread.outside).filter(|number| *number > 0);
    parts.extend(outside.map(|number| texts.tell("answers-outside", &[("count", count(number))])));
    Safe::join(parts, &Safe::own(" · "))
}

/// One line an option: how many of each voice chose it.
fn spread_out(
    showing: Showing<'_>,
    lines: &mut Vec<CardLine>,
    answering: Answering,
    shown: &[(&str, &Spread)],
    bars: Bars,
) {
    let texts = showing.texts;
    let most = shown.iter().flat_map(|(_, spread)| &spread.counts).max().copied().unwrap_or(0);
    if most == 0 {
        return;
    }
    if bars == Bars::Told {
        for (voice, spread) in shown {
            let told = options(answering).iter().zip(&spread.counts);
            let told = told.map(|(key, n)| Safe::line(&format!("{}: {n}", option(showing, answering, key))));
            let label = texts.say(&format!("answers-{voice}"));
            lines.push(labelled(label, Safe::join(told, &Safe::own(" · ")), Tone::Plain));
        }
        return;
    }
    if shown.len() > 1 {
        let room = bar(0, most, bars).width();
        let over = shown.iter().map(|(voice, _)| {
            let name = texts.say(&format!("answers-{voice}")).cells(room);
            let fill = " ".repeat(room.saturating_sub(name.width()));
            Safe::line(&format!("{name}{fill}"))
        });
        lines.push(labelled(Safe::default(), Safe::join(over, &Safe::own("  ")), Tone::Dim));
    }
    for (at, key) in options(answering).iter().enumerate() {
        let counts = shown.iter().map(|(_, spread)| spread.counts.get(at).copied().unwrap_or(0));
        let drawn: Vec<Safe> = counts.map(|number| bar(number, most, bars)).collect();
        let text = Safe::join(drawn, &Safe::own("  "));
        let label = option(showing, answering, key);
        lines.push(labelled(label, text, Tone::Plain));
    }
}

/// A bar with its number behind it, as wide as the widest.
fn bar(number: u32, most: u32, bars: Bars) -> Safe {
    let Bars::Drawn(mark) = bars else { return Safe::default() };
    // Whoever answered is seen, however many others there are.
    let cells = (u64::from(number) * u64::from(BAR)).div_ceil(u64::from(most.max(1)));
    let cells = usize::try_from(cells).unwrap_or(0);
    let room = usize::try_from(BAR).unwrap_or(0) + 1 + most.to_string().len();
    let told = format!("{} {number}", mark.repeat(cells));
    let fill = room.saturating_sub(cells + 1 + number.to_string().len());
    Safe::line(&format!("{told}{}", " ".repeat(fill)))
}

/// What was said in words, question by question, each with who said it and when.
fn words(
    showing: Showing<'_>,
    lines: &mut Vec<CardLine>,
    forms: &[&Feedback],
    (typed, most): (&str, usize),
) -> Vec<Spot> {
    let texts = showing.texts;
    let tongue = texts.tongue();
    let label = |form: &Feedback, key: &str| match question(showing.book, form, key) {
        Some(asked) => Safe::line(asked.text.in_tongue(tongue)),
        None if key == COMMENT => texts.field("comment"),
        None => Safe::line(key),
    };
    let mut groups: Vec<(Safe, Vec<_>)> = Vec::new();
    for said in said(showing.book, forms) {
        let label = label(said.form, &said.question);
        let who = showing.id(Kind::Municipality, said.form.municipality.as_ref());
        let holds = |text: &str| text.to_lowercase().contains(typed);
        if !typed.is_empty() && !holds(said.words) && !holds(who.as_str()) && !holds(label.as_str()) {
            continue;
        }
        match groups.iter_mut().find(|(other, _)| *other == label) {
            Some((_, group)) => group.push((said, who)),
            None => groups.push((label, vec![(said, who)])),
        }
    }
    let mut spots = Vec::new();
    let all: usize = groups.iter().map(|(_, group)| group.len()).sum();
    for (label, group) in groups {
        if spots.len() >= most {
            break;
        }
        if !lines.is_empty() {
            lines.push(line(Tone::Plain, Safe::default()));
        }
        lines.push(line(Tone::Heading, label));
        for (said, who) in group.into_iter().take(most.saturating_sub(spots.len())) {
            let form = Link::new(Kind::Feedback, said.form.id.clone());
            let day = said.form.given_on.map(|day| texts.short_date(day));
            let who = if who.is_empty() { voice(texts, said.form) } else { who };
            let who = Safe::join(Some(who).into_iter().chain(day).filter(|part| !part.is_empty()), &Safe::own(" "));
            let mut text = Safe::lines(said.words);
            if said.may_be_quoted {
                text.push(&Safe::own(" · "));
                text.push(&texts.field("may_be_quoted"));
            }
            let spot =
                Spot { line: lines.len(), form: form.clone(), question: said.question, words: said.words.into() };
            spots.push(spot);
            lines.push(CardLine { label: who, text, link: Some(form), ..CardLine::default() });
        }
    }
    if all > spots.len() {
        lines.push(line(Tone::Plain, Safe::default()));
        lines.push(line(Tone::Dim, texts.tell("answers-more", &[("count", (all - spots.len()).into())])));
    }
    spots
}

fn voice(texts: &Texts, form: &Feedback) -> Safe {
    let voice = form.voice.map(|voice| match voice {
        crate::domain::Voice::Receiving => "answers-receiving",
        crate::domain::Voice::Tutor => "answers-tutor",
    });
    voice.map(|id| texts.say(id)).unwrap_or_default()
}
