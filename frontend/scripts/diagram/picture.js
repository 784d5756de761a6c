// A diagram as a file that needs nothing else: colours and fonts as they are at the moment, and nothing that only a page
// can do.
import { element } from './drawing.js';

const MARGIN = 32;
const SHAPES = {
  'diagram-box': 'rect',
  'diagram-head': 'path',
  'diagram-other': 'path',
  'diagram-line': 'path',
  'diagram-name': 'text',
  'diagram-column': 'text',
  'diagram-type': 'text',
  'diagram-primary': 'text',
  'diagram-foreign': 'text',
};
const COLOURS = ['fill', 'stroke'];
const PROPERTIES = ['stroke-width', 'font-family', 'font-size', 'font-weight'];
const ON_PAGE_ONLY = ['.diagram-far', '.diagram-frame'];
const FOR_PAGE_ONLY = ['tabindex', 'role', 'aria-label', 'aria-current', 'aria-hidden'];

// The view is the group that holds lines and tables, the boxes say where.
export function picture(host, view, boxes, title) {
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - top;
  const drawing = view.cloneNode(true);
  drawing.removeAttribute('transform');
  drawing.querySelectorAll(ON_PAGE_ONLY.join()).forEach((part) => part.remove());
  for (const part of drawing.querySelectorAll('*')) {
    FOR_PAGE_ONLY.forEach((attribute) => part.removeAttribute(attribute));
    part.classList.remove('is-related', 'is-away');
  }
  const whole = element(
    'svg',
    { viewBox: `${left} ${top} ${width} ${height}`, width, height },
    element('title', {}, title),
    element('style', {}, styles(host)),
    element('rect', { class: 'diagram-ground', x: left, y: top, width, height }),
    drawing,
  );
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(whole);
}

// What the style sheet of the page says of each kind of shape, with the tokens of the present mode resolved.
function styles(host) {
  const probe = element('svg', { class: 'diagram-probe' });
  host.append(probe);
  const rules = Object.entries(SHAPES).map(([name, shape]) => {
    const part = element(shape, { class: name });
    probe.append(part);
    const style = getComputedStyle(part);
    const colours = COLOURS.map((property) => solid(property, style.getPropertyValue(property)));
    const others = PROPERTIES.map((property) => `${property}:${style.getPropertyValue(property)}`);
    return `.${name}{${[...colours, ...others].join(';')}}`;
  });
  const ground = solid('fill', getComputedStyle(host).backgroundColor);
  probe.remove();
  return [`.diagram-ground{${ground}}`, 'text{white-space:pre}', ...rules].join('\n');
}

// As every program that shows SVG writes it, whatever way the style sheet does: SVG 1.1 knows no transparent colours.
function solid(property, colour) {
  if (colour === 'none') return `${property}:none`;
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return `${property}:rgb(${red},${green},${blue});${property}-opacity:${alpha / 255}`;
}
