// How a diagram is drawn as SVG: a box for each table, a line for each pair of columns of a foreign key. What names hold
// becomes text nodes and attributes, never markup.
const NAMESPACE = 'http://www.w3.org/2000/svg';
const HEAD = 34;
const ROW = 23;
const PADDING = 12;
const MARK = 24;
const GAP = 20;
const LEAST_WIDTH = 132;
const LARGEST_NAME = 44;
const LONGEST_TYPE = 34;
// PostgreSQL's own shorter names of its longest ones.
const SHORTER = [
  [/^character varying/, 'varchar'],
  [/^(timestamp|time)(.*) without time zone/, '$1$2'],
  [/^(timestamp|time)(.*) with time zone/, '$1tz$2'],
  [/^double precision/, 'float8'],
];
// What XML 1.0 has no place for, though PostgreSQL's names do.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

export function element(name, attributes = {}, ...children) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, printable(value));
  made.append(...children.map((child) => (typeof child === 'string' ? printable(child) : child)));
  return made;
}

function printable(text) {
  return String(text).replace(UNPRINTABLE, '\ufffd');
}

// How much room a table takes, given how wide texts are in the font of the page.
export function measure(table, family) {
  const head = width(table.name, `600 14px ${family}`);
  const marks = marksWidth(table);
  const rows = table.columns.map(
    ({ name, type }) => marks + width(name, `13px ${family}`) + GAP + width(short(type), `12px ${family}`),
  );
  const inner = Math.max(LEAST_WIDTH, head, ...rows);
  const lines = table.columns.length + (table.more ? 1 : 0);
  return {
    width: Math.ceil(inner + 2 * PADDING),
    height: HEAD + lines * ROW + (lines > 0 ? 6 : 0),
    marks,
    large: Math.min(LARGEST_NAME, (14 * (inner + PADDING)) / Math.max(head, 1), (HEAD + lines * ROW) * 0.62),
  };
}

let context;

function width(text, font) {
  context ??= document.createElement('canvas').getContext('2d');
  context.font = font;
  return context.measureText(text).width;
}

function marksWidth({ columns }) {
  if (columns.some(({ primary, foreign }) => primary && foreign)) return 2 * MARK;
  return columns.some(({ primary, foreign }) => primary || foreign) ? MARK : 0;
}

function short(whole) {
  const type = SHORTER.reduce((name, [long, shorter]) => name.replace(long, shorter), whole);
  return type.length > LONGEST_TYPE ? type.slice(0, LONGEST_TYPE - 1) + '…' : type;
}

// The box at 0, 0, with its name once more, large, for a diagram seen from afar.
export function drawTable(table, box) {
  const whole = element('g', { class: 'diagram-near' });
  const round = 8;
  whole.append(
    element('path', {
      class: table.other ? 'diagram-other' : 'diagram-head',
      d: `M0 ${HEAD}V${round}Q0 0 ${round} 0H${box.width - round}Q${box.width} 0 ${box.width} ${round}V${HEAD}Z`,
    }),
    element('text', { class: 'diagram-name', x: PADDING, y: 22 }, table.name),
  );
  table.columns.forEach((column, index) => whole.append(...drawColumn(column, box, HEAD + 3 + index * ROW)));
  if (table.more) {
    const y = HEAD + 3 + table.columns.length * ROW + 16;
    whole.append(element('text', { class: 'diagram-type', x: PADDING + box.marks, y }, table.more));
  }
  return element(
    'g',
    { class: 'diagram-table' },
    element('title', {}, table.label),
    element('rect', { class: 'diagram-box', width: box.width, height: box.height, rx: 8 }),
    whole,
    far(table, box),
    element('rect', { class: 'diagram-frame', width: box.width, height: box.height, rx: 8 }),
  );
}

// No larger than fits the box, nor (the style sheet says) than is easily read.
function far({ name }, { width, height, large }) {
  const text = element('text', { class: 'diagram-far', x: width / 2, y: height / 2 }, name);
  text.style.setProperty('--diagram-largest', `${large}px`);
  return text;
}

function drawColumn({ name, type, primary, foreign }, box, top) {
  const y = top + 16;
  const texts = [];
  if (primary) texts.push(element('text', { class: 'diagram-primary', x: PADDING, y }, 'PK'));
  if (foreign) texts.push(element('text', { class: 'diagram-foreign', x: PADDING + (primary ? MARK : 0), y }, 'FK'));
  texts.push(element('text', { class: 'diagram-column', x: PADDING + box.marks, y }, name));
  const kind = element('text', { class: 'diagram-type', x: box.width - PADDING, y, 'text-anchor': 'end' }, short(type));
  if (short(type) !== type) kind.append(element('title', {}, type));
  texts.push(kind);
  return texts;
}

// One line for each pair of columns: a crow's foot where many rows may be, a bar where there is one, a ring where there may be none.
export function drawKey(key) {
  const group = element('g', { class: 'diagram-key' }, element('title', {}, key.title));
  key.pairs.forEach(() => group.append(element('path', { class: 'diagram-line' })));
  return group;
}

export function route(group, key, boxes) {
  const from = boxes[key.from];
  const to = boxes[key.to];
  const [leave, arrive] = sides(from, to);
  const lines = group.querySelectorAll('path');
  key.pairs.forEach(([own, other], index) => {
    const start = { x: from.x + (leave > 0 ? from.width : 0), y: from.y + lineOf(own) + (own < 0 ? key.lane : 0) };
    const end = { x: to.x + (arrive > 0 ? to.width : 0), y: to.y + lineOf(other) + (other < 0 ? key.lane : 0) };
    // From a table's name to itself a line would go out and back on itself.
    if (key.from === key.to && own === other) {
      start.y -= 8;
      end.y += 8;
    }
    lines[index].setAttribute('d', curve(start, leave, end, arrive) + foot(start, leave, key) + bar(end, arrive, key));
  });
}

function lineOf(column) {
  return column < 0 ? HEAD / 2 : HEAD + 3 + column * ROW + ROW / 2;
}

// To which side a line leaves one box and from which it comes to the other: -1 left, 1 right.
function sides(from, to) {
  const room = 36;
  if (to.x >= from.x + from.width + room) return [1, -1];
  if (from.x >= to.x + to.width + room) return [-1, 1];
  return Math.abs(from.x - to.x) < Math.abs(from.x + from.width - to.x - to.width) ? [-1, -1] : [1, 1];
}

// Level where it meets a box; round the outside where both ends are on the same side.
function curve(start, leave, end, arrive) {
  const from = start.x + leave * 16;
  const to = end.x + arrive * 16;
  const ahead = leave * (to - from);
  const round = 24 + Math.min(60, Math.abs(start.y - end.y) / 4);
  const [bend, back] =
    leave === arrive ? [round + Math.max(0, ahead), round + Math.max(0, -ahead)] : Array(2).fill(Math.max(24, ahead / 2));
  return (
    `M${start.x + leave * 10} ${start.y}H${from}` +
    `C${from + leave * bend} ${start.y} ${to + arrive * back} ${end.y} ${to} ${end.y}H${end.x}`
  );
}

function foot({ x, y }, side, { many }) {
  const tip = x + side * 10;
  return many
    ? `M${x} ${y - 5}L${tip} ${y}L${x} ${y + 5}M${x} ${y}H${tip}`
    : `M${x} ${y}H${tip}M${x + side * 6} ${y - 5}V${y + 5}`;
}

function bar({ x, y }, side, { optional }) {
  const one = `M${x + side * 6} ${y - 5}V${y + 5}`;
  return optional ? `${one}M${x + side * 9} ${y}a3 3 0 1 0 ${side * 6} 0a3 3 0 1 0 ${side * -6} 0` : one;
}
