// Finds a place for each table, beside the page, which stays usable meanwhile. Gets { boxes: [{ width, height }], links: [[from, to]],
// aspect } and answers { places: [{ x, y }] }. Related tables are layered by dagre, the referenced ones
// to the left; these groups, and the tables that are related to none, are packed into about the shape of the window.
importScripts('../../webjars/dagre/0.8.4/dist/dagre.min.js');

const BETWEEN_LAYERS = 110;
const BETWEEN_COLUMNS = 44;
const BETWEEN_TABLES = 28;
const LEAST_HEIGHT = 560;
// Keys times tables of a group: dagre's time grows with that, and above it is too long.
const DEAR = 150_000;
const WIDTHS_TRIED = [0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2];

onmessage = ({ data: { boxes, links, aspect } }) => {
  const groups = together(boxes, links).map((group) =>
    group.length > 1 ? layered(group, boxes, links, aspect) : { ...boxes[group[0]], places: [{ index: group[0], x: 0, y: 0 }] },
  );
  groups.sort((a, b) => (b.places.length > 1) - (a.places.length > 1) || b.height - a.height || first(a) - first(b));
  const places = boxes.map(() => ({ x: 0, y: 0 }));
  const corners = largest(groups, aspect);
  groups.forEach((group, number) => {
    for (const { index, x, y } of group.places) places[index] = { x: corners[number].x + x, y: corners[number].y + y };
  });
  postMessage({ places });
};

function first({ places }) {
  return Math.min(...places.map(({ index }) => index));
}

// Which group each table is in: "root" is a function from its number to one number of the group. "needed" are the links that hold
// the groups together; those are left out without which the groups would be the same, of several the later ones.
function connected(count, links) {
  const parent = Array.from({ length: count }, (_, index) => index);
  const root = (index) => {
    while (parent[index] !== index) {
      parent[index] = parent[parent[index]];
      index = parent[index];
    }
    return index;
  };
  const needed = links.filter(([from, to]) => {
    const joins = root(from) !== root(to);
    parent[root(from)] = root(to);
    return joins;
  });
  return { root, needed };
}

function together(boxes, links) {
  const { root } = connected(boxes.length, links);
  const groups = new Map();
  boxes.forEach((_, index) => groups.set(root(index), [...(groups.get(root(index)) ?? []), index]));
  return [...groups.values()];
}

function layered(group, boxes, links, aspect) {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: BETWEEN_TABLES, ranksep: BETWEEN_LAYERS });
  graph.setDefaultEdgeLabel(() => ({}));
  const members = new Set(group);
  for (const index of group) graph.setNode(String(index), { ...boxes[index] });
  const own = links.filter(([from, to]) => from !== to && members.has(from));
  for (const [from, to] of affordable(own, group.length, boxes.length)) graph.setEdge(String(to), String(from));
  dagre.layout(graph);
  const nodes = group.map((index) => ({ index, ...graph.node(String(index)) }));
  const area = nodes.reduce((sum, { width, height }) => sum + (width + BETWEEN_LAYERS) * (height + BETWEEN_TABLES), 0);
  const tallest = Math.max(LEAST_HEIGHT, 1.2 * Math.sqrt(area / aspect));
  const widest = tallest * aspect * 1.4;
  const { width, height } = graph.graph();
  return fitted(width > widest || height > tallest ? folded(nodes, tallest, widest) : nodes);
}

// Layers of hundreds of tables that are all related would take minutes: there only what holds them together counts, the keys to
// the most referenced tables first.
function affordable(links, tables, count) {
  if (links.length * tables <= DEAR) return links;
  const references = new Map();
  for (const [, to] of links) references.set(to, (references.get(to) ?? 0) + 1);
  return connected(count, links.toSorted(([, a], [, b]) => references.get(b) - references.get(a))).needed;
}

// A table that a hundred others reference would make a layer of a hundred, a chain of a hundred as many layers: layers become
// several columns, and the columns stand in several rows.
function folded(nodes, tallest, widest) {
  const layers = new Map(nodes.map(({ x }) => [Math.round(x), []]));
  for (const node of nodes) layers.get(Math.round(node.x)).push(node);
  const columns = [...layers].sort(([a], [b]) => a - b).flatMap(([, layer]) => split(layer, tallest));
  let left = 0;
  let top = 0;
  for (let row = []; columns.length > 0; ) {
    row.push(columns.shift());
    left += row.at(-1).width + row.at(-1).gap;
    if (columns.length === 0 || left + columns[0].width > widest) {
      top += stand(row, top) + 2 * BETWEEN_TABLES;
      row = [];
      left = 0;
    }
  }
  return nodes;
}

// A layer as columns, none of them much higher than that.
function split(layer, tallest) {
  layer.sort((a, b) => a.y - b.y);
  const whole = layer.reduce((sum, { height }) => sum + height + BETWEEN_TABLES, 0);
  const most = whole / Math.ceil(whole / tallest);
  const columns = [];
  for (const node of layer) {
    const last = columns.at(-1);
    if (last && last.height + node.height / 2 < most) {
      last.nodes.push(node);
      last.height += node.height + BETWEEN_TABLES;
      last.width = Math.max(last.width, node.width);
    } else {
      columns.push({ nodes: [node], width: node.width, height: node.height + BETWEEN_TABLES, gap: BETWEEN_COLUMNS });
    }
  }
  columns.at(-1).gap = BETWEEN_LAYERS;
  return columns;
}

// Columns beside each other, their middles level; answers how high the highest is.
function stand(columns, top) {
  const highest = Math.max(...columns.map(({ height }) => height));
  let left = 0;
  for (const { nodes, width, height, gap } of columns) {
    let y = top + (highest - height) / 2;
    for (const node of nodes) {
      node.x = left + width / 2;
      node.y = y + node.height / 2;
      y += node.height + BETWEEN_TABLES;
    }
    left += width + gap;
  }
  return highest;
}

// From centres to corners, the first at 0, 0.
function fitted(nodes) {
  const left = Math.min(...nodes.map(({ x, width }) => x - width / 2));
  const top = Math.min(...nodes.map(({ y, height }) => y - height / 2));
  const places = nodes.map(({ index, x, y, width, height }) => ({
    index,
    x: x - width / 2 - left,
    y: y - height / 2 - top,
  }));
  return {
    width: Math.max(...nodes.map(({ x, width }) => x + width / 2)) - left,
    height: Math.max(...nodes.map(({ y, height }) => y + height / 2)) - top,
    places,
  };
}

// Of several widths the one with which everything is seen largest in a window of that shape.
function largest(groups, aspect) {
  const area = groups.reduce((sum, { width, height }) => sum + (width + BETWEEN_TABLES) * (height + BETWEEN_TABLES), 0);
  const least = Math.max(...groups.map(({ width }) => width)) + BETWEEN_TABLES;
  let best;
  for (const factor of WIDTHS_TRIED) {
    const packing = packed(groups, Math.max(least, factor * Math.sqrt(area * aspect)));
    const size = Math.max(packing.width / aspect, packing.height);
    if (!best || size < best.size) best = { size, corners: packing.corners };
  }
  return best.corners;
}

// Each as high up as it fits, then as far left, over what was placed before: "skyline" packing.
function packed(groups, most) {
  let skyline = [{ x: 0, width: most, y: 0 }];
  let right = 0;
  let bottom = 0;
  const corners = groups.map((group) => {
    const width = group.width + BETWEEN_TABLES;
    const height = group.height + BETWEEN_TABLES;
    const { x, y } = lowest(skyline, width, most);
    skyline = raised(skyline, x, width, y + height);
    right = Math.max(right, x + group.width);
    bottom = Math.max(bottom, y + group.height);
    return { x, y };
  });
  return { corners, width: right, height: bottom };
}

function lowest(skyline, width, most) {
  let best = { x: 0, y: Infinity };
  for (const { x } of skyline) {
    if (x > 0 && x + width > most) continue;
    const y = Math.max(...skyline.filter((step) => step.x < x + width && step.x + step.width > x).map((step) => step.y));
    if (y < best.y) best = { x, y };
  }
  return best;
}

function raised(skyline, x, width, y) {
  const left = skyline.filter((step) => step.x < x).map((step) => ({ ...step, width: Math.min(step.width, x - step.x) }));
  const right = skyline
    .filter((step) => step.x + step.width > x + width)
    .map((step) => {
      const start = Math.max(step.x, x + width);
      return { x: start, width: step.x + step.width - start, y: step.y };
    });
  return [...left, { x, width, y }, ...right];
}
