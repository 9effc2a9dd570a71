//! The lookup: anyone in three keys, and what one does with who was found.

use crate::clipboard::{copied, copied_through_tmux};
use crate::program::{NOW, kuntatutor, opened, ready};
use crate::pty::Options;

#[test]
fn three_letters_show_the_number_and_a_chord_sends_the_address() {
    let mut terminal = opened();
    terminal.keys("o tam");
    terminal.wait_for("040 3537228");
    assert_eq!(copied(&mut terminal, "y e"), "ari.tammi@hel.fi");
    assert_eq!(copied(&mut terminal, "y p"), "040 3537228");
    assert!(copied(&mut terminal, "y c").contains("Ari Tammi"));
}

#[test]
fn inside_tmux_the_address_is_handed_through() {
    let mut terminal = ready(Options { env: &[NOW, ("TMUX", "/run/tmux/default,1,0")], ..kuntatutor() });
    terminal.keys("o tam");
    terminal.wait_for("040 3537228");
    assert_eq!(copied_through_tmux(&mut terminal, "y e"), "ari.tammi@hel.fi");
}

#[test]
fn where_nothing_is_passed_on_a_plain_page_shows_what_was_copied() {
    let mut terminal = opened();
    terminal.keys("2 f tammi Enter");
    assert_eq!(copied(&mut terminal, "y e"), "ari.tammi@hel.fi");
    terminal.keys("y t");
    terminal.wait_for("\nari.tammi@hel.fi\n");
    assert!(!terminal.screen().contains("Ari Tammi"), "{}", terminal.screen());
}

/// Types the words into the lookup: the best hit is what they mean.
#[track_caller]
fn check(words: &str, best: &str) {
    let mut terminal = opened();
    terminal.keys("o");
    terminal.raw(words.as_bytes());
    terminal.wait_until(|screen| {
        let rows: Vec<String> = screen.rows(0, 80).collect();
        rows.iter().any(|row| row.starts_with('▌') && row.contains(best))
    });
}

#[test]
fn places_are_found_by_any_of_their_names() {
    check("hyvinkaa", "Hyvinkää");
    check("tusby", "Tuusula");
    check("karkkilassa", "Karkkila");
}

#[test]
fn people_are_found_by_number_and_by_name_in_any_order() {
    check("0403537228", "Ari Tammi");
    check("+358 40 353", "Ari Tammi");
    check("tammi ari", "Ari Tammi");
    check("+358 50 3646435", "Nina Rahja");
    check("ari.tammi@", "Ari Tammi");
}

#[test]
fn a_typed_o_with_dots_finds_no_plain_o() {
    let mut terminal = opened();
    terminal.keys("o j\u{f6}el");
    terminal.wait_for("j\u{f6}el");
    terminal.wait_gone("Joel");
    terminal.keys("C-u joel");
    terminal.wait_for("Joel Aaltonen");
}

#[test]
fn enter_opens_the_card_and_esc_leads_back_to_the_same() {
    let mut terminal = opened();
    terminal.keys("o tam");
    terminal.wait_for("040 3537228");
    terminal.keys("Down");
    terminal.wait_until(|screen| screen.rows(0, 80).any(|row| row.starts_with('▌') && !row.contains("Ari Tammi")));
    let before = terminal.screen();
    terminal.keys("Enter");
    terminal.wait_gone("Ari Tammi    ");
    terminal.keys("Esc");
    terminal.wait_until(|screen| crate::picture::text_of(screen) == before);
}

#[test]
fn keys_typed_before_the_book_is_read_are_not_lost() {
    let mut terminal = crate::pty::Terminal::open(kuntatutor());
    terminal.raw(b"otam");
    terminal.wait_for("040 3537228");
}
