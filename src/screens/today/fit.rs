//! How much of each group is seen: all where there is room, else a row of each group after another, the most urgent
//! first, so that no group pushes another one off the screen.

use crate::planning::today::Group;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// What a group is called.
    Heading(Group),
    /// One of the items, by its number.
    Item(usize),
    /// So many more of a group.
    More(Group, usize),
}

impl Line {
    /// Whether the cursor can rest on it.
    pub(super) fn leads(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// A group: where its items begin, how many there are and how many are seen.
struct Part {
    group: Group,
    start: usize,
    count: usize,
    seen: usize,
}

impl Part {
    /// How many lines it takes: heading, items, and how many more there are.
    fn lines(&self) -> usize {
        1 + self.seen + usize::from(self.seen < self.count)
    }
}

/// The lines for items of these groups, which stand together; where one group stands `alone`, all of it.
pub(super) fn fitted(groups: &[Group], height: usize, alone: Option<Group>) -> Vec<Line> {
    let mut parts: Vec<Part> = Vec::new();
    for (number, group) in groups.iter().enumerate().filter(|(_, group)| alone.is_none_or(|alone| alone == **group)) {
        match parts.last_mut() {
            Some(part) if part.group == *group => part.count += 1,
            _ => parts.push(Part { group: *group, start: number, count: 1, seen: 1 }),
        }
    }
    if alone.is_some() {
        for part in &mut parts {
            part.seen = part.count;
        }
    }
    grow(&mut parts, height);
    let mut lines = Vec::new();
    for part in parts {
        lines.push(Line::Heading(part.group));
        lines.extend((part.start..part.start + part.seen).map(Line::Item));
        let more = part.count - part.seen;
        lines.extend((more > 0).then_some(Line::More(part.group, more)));
    }
    lines
}

/// Shows a row more of each group in turn as long as there is room. Where two are left, both are shown in the place of
/// one and "one more".
fn grow(parts: &mut [Part], height: usize) {
    loop {
        let mut grown = false;
        for at in 0..parts.len() {
            let used: usize = parts.iter().map(Part::lines).sum();
            let Some(part) = parts.get_mut(at).filter(|part| part.seen < part.count) else { continue };
            let before = (part.seen, part.lines());
            part.seen = if part.count - part.seen == 2 { part.count } else { part.seen + 1 };
            if used + part.lines() - before.1 > height {
                part.seen = before.0;
            } else {
                grown = true;
            }
        }
        if !grown {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many of each group, in so much room: how many of each are seen.
    fn seen(counts: &[(Group, usize)], height: usize) -> Vec<usize> {
        let groups: Vec<Group> = counts.iter().flat_map(|(group, count)| vec![*group; *count]).collect();
        let lines = fitted(&groups, height, None);
        let needed: usize = counts.iter().map(|(_, count)| count + 1).sum();
        let least: usize = counts.iter().map(|(_, count)| 2 + usize::from(*count > 1)).sum();
        assert!(lines.len() <= height.max(least).min(needed), "{} lines in {height}", lines.len());
        let of = |group: Group| {
            let items = lines.iter().filter_map(|line| if let Line::Item(at) = line { groups.get(*at) } else { None });
            items.filter(|of| **of == group).count()
        };
        let told = |(group, count): &(Group, usize)| {
            let more = lines.iter().find_map(|line| match line {
                Line::More(of, more) if of == group => Some(*more),
                _ => None,
            });
            assert_eq!(of(*group) + more.unwrap_or(0), *count, "all are shown or told");
            of(*group)
        };
        counts.iter().map(told).collect()
    }

    #[test]
    fn everything_is_seen_where_there_is_room() {
        assert_eq!(seen(&[(Group::Now, 3), (Group::Late, 4)], 9), [3, 4]);
    }

    #[test]
    fn no_group_pushes_another_off_the_screen_and_the_urgent_ones_get_more() {
        assert_eq!(seen(&[(Group::Now, 50), (Group::Late, 1)], 10), [6, 1]);
        assert_eq!(seen(&[(Group::Now, 50), (Group::Late, 50)], 10), [3, 3]);
        assert_eq!(seen(&[(Group::Now, 50), (Group::Late, 50)], 11), [4, 3]);
    }

    #[test]
    fn where_there_is_hardly_room_of_each_group_one_is_seen() {
        assert_eq!(seen(&[(Group::Now, 9), (Group::Waiting, 9), (Group::Late, 9)], 2), [1, 1, 1]);
    }

    #[test]
    fn one_more_is_never_told_where_it_could_stand_itself() {
        for height in 1..12 {
            let groups = [Group::Now; 4];
            let lines = fitted(&groups, height, None);
            assert!(!lines.contains(&Line::More(Group::Now, 1)), "{lines:?}");
        }
    }

    #[test]
    fn alone_a_group_is_whole() {
        let groups: Vec<Group> = [vec![Group::Now; 3], vec![Group::Late; 40]].concat();
        assert_eq!(fitted(&groups, 5, Some(Group::Late)).len(), 41);
    }
}
