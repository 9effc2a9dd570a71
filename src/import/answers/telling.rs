//! How a form is understood, in sentences: what it is about, what stays out, which scale is taken.

use super::{Form, Scale};
use crate::book::show::Showing;
use crate::domain::{Answering, Choice};
use crate::import::mapping::{Mapping, Means};
use crate::text::{Safe, Texts};

/// A scale in words.
pub fn scale_words(texts: &Texts, answering: Answering, scale: Scale) -> Safe {
    match (scale, answering) {
        (Scale::Unnamed, _) => texts.say("answers-scale-unnamed"),
        (Scale::Turned, _) => texts.say("answers-scale-turned"),
        (Scale::Range(low, high), _) => {
            texts.tell("answers-scale-range", &[("low", usize::from(low).into()), ("high", usize::from(high).into())])
        }
        (Scale::Own, Answering::Agreement) => texts.say("answers-scale-own"),
        (Scale::Own, answering) => texts.choice("answering", answering.key()),
    }
}

/// A scale in the fewest signs; nothing where answers are no numbers.
pub fn scale_mark(answering: Answering, scale: Scale) -> Safe {
    match (scale, answering) {
        (Scale::Unnamed, _) => Safe::own("?"),
        (Scale::Turned, _) => Safe::own("5–1"),
        (Scale::Range(low, high), _) => Safe::line(&format!("{low}–{high}→1–5")),
        (Scale::Own, Answering::Agreement) => Safe::own("1–5"),
        (Scale::Own, Answering::Recommend) => Safe::own("0–10"),
        (Scale::Own, _) => Safe::default(),
    }
}

/// What is to be known of a form before it is taken in.
pub fn told(mapping: &Mapping, showing: Showing<'_>) -> Vec<Safe> {
    let Some(form) = &mapping.form else { return Vec::new() };
    let texts = showing.texts;
    let heading = |number: usize| heading(texts, mapping, number);
    let joined =
        |numbers: Vec<usize>| Safe::join(numbers.into_iter().map(heading).collect::<Vec<_>>(), &Safe::own(", "));
    let all = |fits: &dyn Fn(usize, Means) -> bool| -> Vec<usize> {
        let columns = mapping.columns.iter().enumerate();
        columns.filter(|(number, bound)| fits(*number, bound.means)).map(|(number, _)| number).collect()
    };
    let mut said = vec![head(form, showing)];
    said.extend(continues(form, texts));
    let mut list = |id: &str, numbers: Vec<usize>| {
        if !numbers.is_empty() {
            said.push(texts.tell(id, &[("names", joined(numbers).into())]));
        }
    };
    list("answers-told-personal", all(&|number, means| means == Means::Nothing && form.personal.contains(&number)));
    list("answers-told-aside", all(&|number, means| means == Means::Nothing && !form.personal.contains(&number)));
    list("answers-told-extra", all(&|_, means| means == Means::Extra));
    list("answers-told-unnamed", all(&|_, means| matches!(means, Means::Question(_, Scale::Unnamed))));
    list("answers-told-fresh", form.fresh.iter().copied().collect());
    if !form.missed.is_empty() {
        let names =
            Safe::join(form.missed.iter().map(|name| Safe::short_of_lines(name)).collect::<Vec<_>>(), &Safe::own(", "));
        said.push(texts.tell("answers-told-missed", &[("names", names.into())]));
    }
    for (number, bound) in mapping.columns.iter().enumerate() {
        let Means::Question(place, _) = bound.means else { continue };
        let Some(asked) = form.asked.get(place) else { continue };
        let places = [("heading", heading(number).into()), ("question", asked.text(texts.tongue()).into())];
        if form.near.contains(&number) {
            said.push(texts.tell("answers-told-near", &places));
        }
    }
    said.extend(scales(mapping, form, texts));
    said
}

/// Which form it goes on with, where its file has another name.
pub fn continues(form: &Form, texts: &Texts) -> Option<Safe> {
    form.continues.then(|| texts.tell("answers-told-continues", &[("form", Safe::short_of_lines(&form.name).into())]))
}

fn head(form: &Form, showing: Showing<'_>) -> Safe {
    let texts = showing.texts;
    let or_none = |text: Safe| if text.is_empty() { Safe::own("–") } else { text };
    let voice = form.voice.map(|voice| texts.choice("voice", voice.key())).unwrap_or_default();
    let places = [
        ("form", or_none(Safe::short_of_lines(&form.name)).into()),
        ("about", or_none(form.about.as_ref().map(|about| showing.link(about)).unwrap_or_default()).into()),
        ("questionnaire", or_none(Safe::short_of_lines(&form.questionnaire)).into()),
        ("voice", or_none(voice).into()),
    ];
    texts.tell("answers-told", &places)
}

/// Which columns are taken on which scale.
fn scales(mapping: &Mapping, form: &Form, texts: &Texts) -> Vec<Safe> {
    let mut scales: Vec<(Safe, Vec<Safe>)> = Vec::new();
    for (number, bound) in mapping.columns.iter().enumerate() {
        let Means::Question(place, scale) = bound.means else { continue };
        let Some(asked) = form.asked.get(place) else { continue };
        if scale == Scale::Unnamed || asked.answering == Answering::Words {
            continue;
        }
        let (words, name) = (scale_words(texts, asked.answering, scale), heading(texts, mapping, number));
        match scales.iter_mut().find(|(other, _)| *other == words) {
            Some((_, names)) => names.push(name),
            None => scales.push((words, vec![name])),
        }
    }
    let line = |(scale, names): (Safe, Vec<Safe>)| {
        let names = Safe::join(names, &Safe::own(", "));
        texts.tell("answers-told-scale", &[("scale", scale.into()), ("names", names.into())])
    };
    scales.into_iter().map(line).collect()
}

fn heading(texts: &Texts, mapping: &Mapping, number: usize) -> Safe {
    let heading = mapping.columns.get(number).map(|bound| Safe::short_of_lines(&bound.heading)).unwrap_or_default();
    if heading.is_empty() { texts.tell("import-column", &[("number", (number + 1).into())]) } else { heading }
}
