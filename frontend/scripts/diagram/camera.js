// What part of a diagram is seen, and how large: D3's zoom by wheel, drag and touch, and the same by steps. Marks the drawing
// as "is-far" where columns are too small to be read, and tables out of sight as "is-away".
const STILL = matchMedia('(prefers-reduced-motion: reduce)');
const MARGIN = 28;
const CONTROLS = 44;
const NEAR = 0.9;
const LEGIBLE = 0.5;
const EASILY_READ = 12;
const FACTOR = 1.3;
const SMALLEST = 0.02;
const LARGEST = 2;
const MILLISECONDS = 120;

export class Camera {
  /** Whether a person has moved or zoomed. */
  moved = false;
  #d3;
  #svg;
  #view;
  #boxes;
  #tables;
  #zoom;
  #frame;
  #readable;

  constructor(d3, svg, view, boxes, tables) {
    this.#d3 = d3;
    this.#svg = svg;
    this.#view = view;
    this.#boxes = boxes;
    this.#tables = tables;
    this.#zoom = d3
      .zoom()
      .scaleExtent([SMALLEST, LARGEST])
      .clickDistance(4)
      .on('zoom', ({ sourceEvent }) => {
        this.moved ||= Boolean(sourceEvent);
        this.refresh();
      });
    d3.select(svg).call(this.#zoom).on('dblclick.zoom', null);
  }

  /** Shows anew what is in sight, such as after the window got another size. */
  refresh() {
    this.#frame ??= requestAnimationFrame(() => this.#show());
  }

  // Once for each frame, however many events it takes; the columns of tables out of sight cost nothing.
  #show() {
    this.#frame = undefined;
    const { x, y, k } = this.#transform;
    const { clientWidth, clientHeight } = this.#svg;
    this.#view.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
    this.#svg.classList.toggle('is-far', k < LEGIBLE);
    this.#boxes.forEach((box, index) => {
      const [left, top] = [x + k * box.x, y + k * box.y];
      const away = left > clientWidth || top > clientHeight || left + k * box.width < 0 || top + k * box.height < 0;
      this.#tables[index].classList.toggle('is-away', away);
    });
    // In steps, because each of them is a new style for every name.
    const readable = EASILY_READ / 2 ** (Math.round(2 * Math.log2(k)) / 2);
    if (k < LEGIBLE && readable !== this.#readable) {
      this.#readable = readable;
      this.#svg.style.setProperty('--diagram-readable', `${readable}px`);
    }
  }

  /** So many steps nearer. At once, because of two quick steps the second would begin in the middle of the first. */
  step(steps) {
    this.#zoom.scaleBy(this.#d3.select(this.#svg), FACTOR ** steps);
    this.moved = true;
  }

  /** By pixels of the screen. */
  pan(x, y) {
    const { k } = this.#transform;
    this.#zoom.translateBy(this.#d3.select(this.#svg), x / k, y / k);
    this.moved = true;
  }

  /** Shows everything, no larger than it is. */
  fit() {
    const left = Math.min(...this.#boxes.map(({ x }) => x));
    const top = Math.min(...this.#boxes.map(({ y }) => y));
    const width = Math.max(...this.#boxes.map((box) => box.x + box.width)) - left;
    const height = Math.max(...this.#boxes.map((box) => box.y + box.height)) - top;
    const wide = (this.#svg.clientWidth - 2 * MARGIN) / width;
    const high = (this.#svg.clientHeight - 2 * MARGIN - CONTROLS) / height;
    const k = Math.max(SMALLEST, Math.min(1, wide, high));
    this.#look(left + width / 2, top + height / 2 + CONTROLS / 2 / k, k);
    this.moved = false;
  }

  /** Shows one table in the middle, large enough to be read; of one that is higher than the window, its upper part. */
  center({ x, y, width, height }) {
    const k = Math.max(this.#transform.k, NEAR);
    const highest = (this.#svg.clientHeight / 2 - MARGIN) / k;
    this.#look(x + width / 2, y + Math.min(height / 2, highest), k);
  }

  /** Moves by no more than what brings all of a table into sight. */
  reveal(box) {
    const { k, x, y } = this.#transform;
    const past = (from, length, room) => Math.max(MARGIN - from, Math.min(0, room - MARGIN - from - length));
    const byX = past(x + k * box.x, k * box.width, this.#svg.clientWidth);
    const byY = past(y + k * box.y, k * box.height, this.#svg.clientHeight);
    if (byX !== 0 || byY !== 0) this.pan(byX, byY);
  }

  get #transform() {
    return this.#d3.zoomTransform(this.#svg);
  }

  // What is shown at first is simply there.
  #smoothly() {
    const selection = this.#d3.select(this.#svg);
    return STILL.matches || !this.moved ? selection : selection.transition().duration(MILLISECONDS);
  }

  #look(x, y, k) {
    const { clientWidth, clientHeight } = this.#svg;
    const to = this.#d3.zoomIdentity.translate(clientWidth / 2 - k * x, clientHeight / 2 - k * y).scale(k);
    this.#zoom.transform(this.#smoothly(), to);
  }
}
