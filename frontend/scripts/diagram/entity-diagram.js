// <acme-entity-diagram>: tables as boxes, foreign keys as lines between their columns. The server sets "diagram" (label, file,
// texts, tables, keys, whole; see DiagramCanvas) and the attribute "table", the one that it is about; it hears "acme-open-table" with
// a table's number. D3 moves and zooms what is drawn here; a worker finds the places.
import { Camera } from './camera.js';
import { button, controls, hint, message } from './controls.js';
import { drawKey, drawTable, element, measure, route } from './drawing.js';
import { action } from './keyboard.js';
import { picture } from './picture.js';

const LIBRARY = '../../webjars/d3/7.9.0/dist/d3.min.js';

class EntityDiagram extends HTMLElement {
  static observedAttributes = ['table'];

  #model;
  #boxes = [];
  #tables = [];
  #lines = [];
  #svg;
  #view;
  #camera;
  #worker;
  #attempt = 0;
  #whole = false;
  #wanted = false;
  #size = new ResizeObserver(() => this.#onSize());
  #sized;
  // For the keyboard.
  #acts = {
    zoom: (steps) => this.#camera.step(steps),
    pan: (x, y) => this.#camera.pan(x, y),
    showAll: () => this.#showAll(),
    focus: (index) => this.#tables[index].focus({ preventScroll: true }),
    leave: () => this.#svg.focus({ preventScroll: true }),
    open: (index) => this.#open(index),
    move: (index, x, y) => {
      this.#shift(index, x, y);
      this.#camera.reveal(this.#boxes[index]);
    },
  };
  // The style sheet can come after this file; what shape there is to fill is known then.
  #shaped = new Promise((resolve) => {
    this.#sized = resolve;
  });

  constructor() {
    super();
    // Set before this file was loaded.
    if (Object.hasOwn(this, 'diagram')) {
      this.#model = this.diagram;
      delete this.diagram;
    }
  }

  get diagram() {
    return this.#model;
  }

  set diagram(diagram) {
    this.#model = diagram;
    if (this.isConnected) this.#show();
  }

  connectedCallback() {
    this.#size.observe(this);
    if (this.#model) this.#show();
  }

  disconnectedCallback() {
    this.#size.disconnect();
    this.#worker?.terminate();
  }

  attributeChangedCallback() {
    if (!this.#view) return;
    this.#whole = this.#model.whole;
    this.#showChosen();
  }

  /** Makes a file of the diagram as it stands, or, while places are being found, as soon as it does. */
  download() {
    this.#wanted = !this.#view;
    if (this.#wanted) return;
    const file = new Blob([picture(this, this.#view, this.#boxes, this.#model.label)], { type: 'image/svg+xml' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = this.#model.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async #show() {
    const model = this.#model;
    this.#view = undefined;
    this.#say('arranging');
    this.setAttribute('aria-busy', 'true');
    try {
      await Promise.all([this.#shaped, document.fonts.ready]);
      if (model !== this.#model || !this.isConnected) return;
      const family = getComputedStyle(this).fontFamily;
      const boxes = model.tables.map((table) => measure(table, family));
      const [places] = await Promise.all([this.#arrange(boxes, model.keys), import(this.#library)]);
      if (model !== this.#model || !this.isConnected) return;
      this.#boxes = boxes.map((box, index) => ({ ...box, ...places[index] }));
      this.#draw();
      if (this.#wanted) this.download();
    } catch (failure) {
      if (model !== this.#model) return;
      console.error(failure);
      this.#say('unavailable', button('retry', model.texts.retry, () => this.#retry()));
    } finally {
      if (model === this.#model) this.removeAttribute('aria-busy');
    }
  }

  // The focus was on the button that is gone.
  async #retry() {
    this.#attempt++;
    await this.#show();
    if (this.#view && document.activeElement === document.body) this.#svg.focus({ preventScroll: true });
  }

  // Browsers remember by its address that a script did not come.
  get #library() {
    return this.#attempt === 0 ? LIBRARY : `${LIBRARY}?${this.#attempt}`;
  }

  // Of several diagrams that are asked for quickly only the last is arranged to its end.
  #arrange(boxes, keys) {
    this.#worker?.terminate();
    const worker = new Worker(new URL('arrangement-worker.js', import.meta.url));
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data.places);
      worker.onerror = (event) => reject(new Error(event.message || 'The worker did not start'));
      worker.postMessage({
        boxes: boxes.map(({ width, height }) => ({ width, height })),
        links: keys.map(({ from, to }) => [from, to]),
        aspect: Math.min(Math.max(this.clientWidth / Math.max(this.clientHeight, 1), 0.6), 2.4),
      });
    }).finally(() => worker.terminate());
  }

  #say(text, ...more) {
    this.replaceChildren(message(text === 'unavailable' ? 'alert' : 'status', this.#model.texts[text], ...more));
  }

  #draw() {
    const { d3 } = globalThis;
    const { tables, keys, label, texts } = this.#model;
    this.#lines = spread(keys).map((key) => ({ key, node: drawKey(key) }));
    this.#tables = tables.map((table, index) => this.#table(table, index));
    const lines = element('g', { 'aria-hidden': 'true' }, ...this.#lines.map(({ node }) => node));
    this.#view = element('g', {}, lines, element('g', {}, ...this.#tables));
    this.#svg = element(
      'svg',
      { class: 'diagram-drawing', tabindex: 0, role: 'application', 'aria-label': `${label}. ${texts.keys}` },
      this.#view,
    );
    this.#svg.addEventListener('keydown', (event) => this.#onKey(event));
    this.replaceChildren(this.#svg, hint(texts.keys), this.#controls());
    this.#tables.forEach((_, index) => this.#place(index));
    this.#lines.forEach(({ node, key }) => route(node, key, this.#boxes));
    this.#camera = new Camera(d3, this.#svg, this.#view, this.#boxes, this.#tables);
    d3.selectAll(this.#tables).data(this.#boxes).call(this.#drag(d3));
    this.#makeStop(0);
    this.#whole = this.#model.whole;
    this.#showChosen();
  }

  #table(table, index) {
    const node = drawTable(table, this.#boxes[index]);
    node.setAttribute('role', 'link');
    node.setAttribute('aria-label', table.label);
    node.setAttribute('tabindex', '-1');
    node.addEventListener('click', (event) => this.#onClick(event, index));
    node.addEventListener('dblclick', () => this.#open(index));
    node.addEventListener('focus', () => this.#onFocus(index));
    node.addEventListener('blur', () => this.#relate(this.#resting));
    node.addEventListener('pointerenter', () => this.#relate(index));
    node.addEventListener('pointerleave', () => this.#relate(this.#focused < 0 ? this.#resting : this.#focused));
    return node;
  }

  #controls() {
    const { texts } = this.#model;
    return controls(
      button('zoom-in', '+', () => this.#camera.step(1), texts['zoom-in']),
      button('zoom-out', '−', () => this.#camera.step(-1), texts['zoom-out']),
      button('fit', texts.fit, () => this.#showAll()),
    );
  }

  #drag(d3) {
    return d3
      .drag()
      .container(this.#view)
      .clickDistance(4)
      .on('drag', ({ subject, dx, dy }) => this.#shift(this.#boxes.indexOf(subject), dx, dy));
  }

  #shift(index, dx, dy) {
    const box = this.#boxes[index];
    this.#camera.moved = true;
    box.x += dx;
    box.y += dy;
    this.#place(index);
    for (const { node, key } of this.#lines) {
      if (key.from === index || key.to === index) route(node, key, this.#boxes);
    }
  }

  #place(index) {
    const { x, y } = this.#boxes[index];
    this.#tables[index].setAttribute('transform', `translate(${x} ${y})`);
  }

  get #chosen() {
    return Number(this.getAttribute('table') ?? -1);
  }

  // What stands out while nothing is pointed at. Among its neighbours everything is related to the table.
  get #resting() {
    return this.#model.whole ? -1 : this.#chosen;
  }

  get #focused() {
    return this.#tables.indexOf(document.activeElement);
  }

  #showAll() {
    this.#whole = true;
    this.#camera.fit();
  }

  #showChosen() {
    const chosen = this.#tables[this.#chosen];
    this.#tables.forEach((node) => node.removeAttribute('aria-current'));
    this.#relate(this.#resting);
    if (chosen) {
      chosen.setAttribute('aria-current', 'true');
      this.#makeStop(this.#chosen);
    }
    if (chosen && !this.#whole) this.#camera.center(this.#boxes[this.#chosen]);
    else this.#camera.fit();
  }

  // As long as nothing was moved by hand, the view goes on fitting the window.
  #onSize() {
    if (this.clientWidth > 0) this.#sized();
    if (!this.#view) return;
    if (this.#camera.moved) this.#camera.refresh();
    else this.#showChosen();
  }

  // What an assistive tool clicks is the whole table, and with no button.
  #onClick(event, index) {
    if (event.detail === 0 || event.target.classList.contains('diagram-name')) {
      this.#open(index, event.ctrlKey || event.metaKey);
    } else if (this.#svg.classList.contains('is-far')) {
      this.#camera.moved = true;
      this.#camera.center(this.#boxes[index]);
    }
  }

  #onFocus(index) {
    this.#makeStop(index);
    this.#relate(index);
    if (this.#tables[index].matches(':focus-visible')) this.#camera.reveal(this.#boxes[index]);
  }

  // One table is reached by the tab key, the others from there by arrows.
  #makeStop(stop) {
    this.#tables.forEach((node, index) => node.setAttribute('tabindex', index === stop ? '0' : '-1'));
  }

  // What a table is related to stands out.
  #relate(index) {
    const related = new Set();
    for (const { node, key } of this.#lines) {
      const touched = key.from === index || key.to === index;
      node.classList.toggle('is-related', touched);
      if (touched) related.add(key.from).add(key.to);
    }
    this.#tables.forEach((node, other) => node.classList.toggle('is-related', related.has(other)));
    this.#svg.classList.toggle('has-related', related.size > 0);
  }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = action(event, this.#focused, this.#boxes, this.#acts);
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  #open(index, elsewhere = false) {
    if (elsewhere) {
      window.open(new URL(this.#model.tables[index].path, document.baseURI), '_blank', 'noopener');
    } else {
      this.dispatchEvent(new CustomEvent('acme-open-table', { detail: index }));
    }
  }
}

// Keys between the same two tables that meet no column would lie on each other.
function spread(keys) {
  const lanes = new Map();
  return keys.map((key) => {
    const tables = [key.from, key.to].sort().join(' ');
    const lane = lanes.get(tables) ?? 0;
    lanes.set(tables, lane + 1);
    return { ...key, lane: (lane % 2 === 0 ? -1 : 1) * 6 * Math.ceil(lane / 2) };
  });
}

customElements.define('acme-entity-diagram', EntityDiagram);
