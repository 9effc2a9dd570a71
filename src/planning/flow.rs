//! Flow of least cost through a network whose arcs have room for so many and cost so much each.
//!
//! The method is that of successive shortest paths: each augmentation sends as much as goes along a path of least
//! cost from the source to the sink, found by Dijkstra's search over costs that node prices keep from being
//! negative. What has been sent is at every moment the cheapest way to send that much; when no path is left it is
//! also the most that can be sent. So it is *the largest flow, and among the largest the cheapest*, in whole numbers.
//!
//! A cost that rises with what is sent (each further coaching of a tutor weighs more than the one before) is a row of
//! arcs of room one, see [`Network::convex`]: the cheapest flow fills them in order, so that a convex cost is met
//! exactly. A cost that falls cannot be said; such a row is raised to one that does not.
//!
//! One augmentation is one call, so that whoever computes can stop in between. Equal costs are decided by the order
//! in which nodes and arcs were added, never by chance. No crate has this: the one that does (`mcmf`) binds C++ and
//! computes in one piece.
//!
//! Time: one search a unit sent, each over the part of the network that is nearer than the sink.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A node of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(usize);

/// An arc of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc(usize);

/// An arc as it stands: what it has room for yet. Its other direction stands beside it, with what could be taken
/// back.
#[derive(Clone, Copy, Debug)]
struct Edge {
    to: usize,
    room: u32,
    cost: i64,
}

/// The network, with what has been sent through it.
#[derive(Clone, Debug, Default)]
pub struct Network {
    edges: Vec<Edge>,
    /// The edges that leave each node.
    leaving: Vec<Vec<usize>>,
    /// The nodes' prices: no edge with room costs less than the difference.
    prices: Vec<i64>,
    search: Search,
}

/// What a search has found so far; kept, so that each search needs no room of its own.
#[derive(Clone, Debug, Default)]
struct Search {
    /// How far each node is; beyond all costs where it was not reached.
    distance: Vec<i64>,
    /// The edge by which it was reached.
    by: Vec<usize>,
    settled: Vec<bool>,
    touched: Vec<usize>,
    waiting: BinaryHeap<Reverse<(i64, usize)>>,
}

/// Farther than any path.
const NOWHERE: i64 = i64::MAX / 4;

impl Network {
    /// Adds a node.
    pub fn node(&mut self) -> Node {
        self.leaving.push(Vec::new());
        self.prices.push(0);
        self.search.distance.push(NOWHERE);
        self.search.by.push(usize::MAX);
        self.search.settled.push(false);
        Node(self.leaving.len() - 1)
    }

    /// Adds so many nodes.
    pub fn nodes(&mut self, count: usize) -> Vec<Node> {
        (0..count).map(|_| self.node()).collect()
    }

    /// Adds an arc with room for so many, at this cost each.
    pub fn arc(&mut self, from: Node, to: Node, room: u32, cost: u32) -> Arc {
        let at = self.edges.len();
        let cost = i64::from(cost);
        self.edges.push(Edge { to: to.0, room, cost });
        self.edges.push(Edge { to: from.0, room: 0, cost: -cost });
        for (node, edge) in [(from, at), (to, at + 1)] {
            if let Some(leaving) = self.leaving.get_mut(node.0) {
                leaving.push(edge);
            }
        }
        Arc(at)
    }

    /// Adds room for as many as there are costs, the first one sent at the first cost and so on.
    pub fn convex(&mut self, from: Node, to: Node, costs: impl IntoIterator<Item = u32>) {
        let mut least = 0;
        for cost in costs {
            least = cost.max(least);
            self.arc(from, to, 1, least);
        }
    }

    /// How much has been sent along an arc.
    pub fn sent(&self, arc: Arc) -> u32 {
        self.edges.get(arc.0 ^ 1).map_or(0, |back| back.room)
    }

    /// Sends as much as goes along one path of least cost; tells how much that is, nothing where no path is left.
    pub fn augment(&mut self, source: Node, sink: Node) -> u32 {
        let far = self.look(source.0, sink.0);
        if far == NOWHERE {
            self.forget();
            return 0;
        }
        for node in &self.search.touched {
            let settled = self.search.settled.get(*node).copied().unwrap_or_default();
            let distance = self.search.distance.get(*node).copied().unwrap_or(far);
            if let Some(price) = self.prices.get_mut(*node).filter(|_| settled) {
                *price += distance - far;
            }
        }
        let path = self.path(source.0, sink.0);
        let least = path.iter().filter_map(|edge| self.edges.get(*edge)).map(|edge| edge.room).min().unwrap_or(0);
        for edge in path {
            if let Some(there) = self.edges.get_mut(edge) {
                there.room -= least;
            }
            if let Some(back) = self.edges.get_mut(edge ^ 1) {
                back.room += least;
            }
        }
        self.forget();
        least
    }

    /// Sends all that goes; how much that is.
    pub fn fill(&mut self, source: Node, sink: Node) -> u32 {
        let mut sent = 0;
        loop {
            match self.augment(source, sink) {
                0 => return sent,
                more => sent += more,
            }
        }
    }

    /// How far the sink is, and by which edges what is nearer is reached.
    fn look(&mut self, source: usize, sink: usize) -> i64 {
        let Self { edges, leaving, prices, search } = self;
        search.reach(source, 0, usize::MAX);
        while let Some(Reverse((distance, node))) = search.waiting.pop() {
            match search.settled.get_mut(node) {
                Some(settled) if !*settled => *settled = true,
                _ => continue,
            }
            if node == sink {
                return distance;
            }
            let price = prices.get(node).copied().unwrap_or_default();
            for at in leaving.get(node).map_or(&[][..], Vec::as_slice) {
                let Some(edge) = edges.get(*at).filter(|edge| edge.room > 0) else { continue };
                let there = prices.get(edge.to).copied().unwrap_or_default();
                search.reach(edge.to, distance + edge.cost + price - there, *at);
            }
        }
        NOWHERE
    }

    /// The edges of the path that was found, from its end.
    fn path(&self, source: usize, sink: usize) -> Vec<usize> {
        let mut path = Vec::new();
        let mut node = sink;
        while node != source {
            let Some(edge) = self.search.by.get(node).copied() else { break };
            path.push(edge);
            let Some(back) = self.edges.get(edge ^ 1) else { break };
            node = back.to;
        }
        path
    }

    /// Empties what the last search has left.
    fn forget(&mut self) {
        let Search { distance, by, settled, touched, waiting } = &mut self.search;
        for node in touched.drain(..) {
            if let (Some(distance), Some(by), Some(settled)) =
                (distance.get_mut(node), by.get_mut(node), settled.get_mut(node))
            {
                (*distance, *by, *settled) = (NOWHERE, usize::MAX, false);
            }
        }
        waiting.clear();
    }
}

impl Search {
    /// Notes a way to a node, where it is the shortest so far.
    fn reach(&mut self, node: usize, distance: i64, by: usize) {
        let Some(known) = self.distance.get_mut(node).filter(|known| distance < **known) else { return };
        if *known == NOWHERE {
            self.touched.push(node);
        }
        *known = distance;
        if let Some(edge) = self.by.get_mut(node) {
            *edge = by;
        }
        self.waiting.push(Reverse((distance, node)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Workers and jobs with the cost of each pair, and what each further job of a worker costs besides.
    fn assigned(costs: &[Vec<Option<u32>>], further: &[Vec<u32>]) -> (u32, u32) {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        let workers = network.nodes(further.len());
        let mut arcs = Vec::new();
        for row in costs {
            let job = network.node();
            network.arc(source, job, 1, 0);
            for (worker, cost) in workers.iter().zip(row) {
                arcs.extend(cost.map(|cost| (network.arc(job, *worker, 1, cost), cost)));
            }
        }
        let mut loads = Vec::new();
        for (worker, further) in workers.iter().zip(further) {
            let before = network.edges.len();
            network.convex(*worker, sink, further.iter().copied());
            loads.extend((before..network.edges.len()).step_by(2).map(Arc));
        }
        let sent = network.fill(source, sink);
        let pairs: u32 = arcs.iter().map(|(arc, cost)| network.sent(*arc) * cost).sum();
        let load: i64 = loads.iter().map(|arc| i64::from(network.sent(*arc)) * network.edges[arc.0].cost).sum();
        (sent, pairs + u32::try_from(load).unwrap())
    }

    /// The same by trying everything.
    fn tried(costs: &[Vec<Option<u32>>], further: &[Vec<u32>], loads: &mut Vec<usize>) -> (u32, u32) {
        let Some((row, rest)) = costs.split_first() else { return (0, 0) };
        let mut best = tried(rest, further, loads);
        for (worker, cost) in row.iter().enumerate() {
            let (Some(cost), Some(more)) = (cost, further[worker].get(loads[worker])) else { continue };
            loads[worker] += 1;
            let (placed, spent) = tried(rest, further, loads);
            loads[worker] -= 1;
            let with = (placed + 1, spent + cost + more);
            if (std::cmp::Reverse(with.0), with.1) < (std::cmp::Reverse(best.0), best.1) {
                best = with;
            }
        }
        best
    }

    #[test]
    fn who_is_cheapest_does_all_until_each_further_one_weighs_too_much() {
        let costs = vec![vec![Some(1), Some(4)]; 4];
        assert_eq!(assigned(&costs, &[vec![0; 4], vec![0; 4]]), (4, 4));
        assert_eq!(assigned(&costs, &[vec![0, 2, 4, 6], vec![0, 2, 4, 6]]), (4, 1 + 3 + 4 + 5));
        assert_eq!(assigned(&costs, &[vec![0], vec![0]]), (2, 5), "two have room for two");
        assert_eq!(assigned(&costs, &[vec![], vec![]]), (0, 0));
    }

    #[test]
    fn a_cost_that_falls_is_raised_to_the_one_before() {
        assert_eq!(assigned(&vec![vec![Some(0)]; 2], &[vec![5, 1]]), (2, 10));
    }

    #[test]
    fn more_than_one_goes_along_an_arc_that_has_room() {
        let mut network = Network::default();
        let (source, middle, sink) = (network.node(), network.node(), network.node());
        let wide = network.arc(source, middle, 7, 2);
        network.arc(middle, sink, 5, 0);
        assert_eq!((network.augment(source, sink), network.sent(wide)), (5, 5));
        assert_eq!(network.augment(source, sink), 0);
    }

    proptest! {
        #[test]
        fn it_is_the_most_and_the_cheapest(
            costs in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.7, 0_u32..9), 3), 0..6),
            mut further in prop::collection::vec(prop::collection::vec(0_u32..9, 0..4), 3),
        ) {
            for row in &mut further {
                row.sort_unstable();
            }
            prop_assert_eq!(assigned(&costs, &further), tried(&costs, &further, &mut vec![0; 3]));
        }
    }
}
