// <acme-printed-list>: a grid holds only the rows around its window, at places that no page break knows, and the shapes of
// others. While the page is being printed a plain table of the rows that are loaded stands for it here, below how many of
// all ("total") those are ("words": {0} rows of {1}, from the {2}th on). The key for printing can wait, which the command in
// a browser's menu cannot: it loads up to MOST rows first.
import { frame } from './frame.js';

const NOT_ON_PAPER = 'vaadin-avatar, vaadin-checkbox, vaadin-icon, .glyph, .row-actions, .row-action';

// The server hands out no more than 500 rows at a time.
const MOST = 400;
// How long no further row may arrive, however slowly they do.
const PATIENCE_MILLISECONDS = 15_000;

class PrintedList extends HTMLElement {
  #onPrint = () => this.#fill();
  #onPrinted = () => this.replaceChildren();
  #onKey = (event) => this.#print(event);

  connectedCallback() {
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrinted);
    addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrinted);
    removeEventListener('keydown', this.#onKey);
  }

  get #grid() {
    return this.parentElement.querySelector(':scope > vaadin-grid:not([hidden])');
  }

  async #print(event) {
    const grid = this.#grid;
    const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'p';
    if (!command || event.defaultPrevented || !grid || loadedRows(grid).length >= grid.size) {
      return;
    }
    event.preventDefault();
    const first = grid._firstVisibleIndex ?? 0;
    await loadMore(grid);
    window.print();
    grid.classList.remove('being-loaded');
    grid.style.removeProperty('--rows');
    await frame();
    grid.scrollToIndex(first);
  }

  #fill() {
    this.replaceChildren();
    const grid = this.#grid;
    const rows = grid ? loadedRows(grid) : [];
    if (rows.length > 0) {
      this.append(table(grid, rows));
      if (rows.length < grid.size) {
        this.prepend(this.#note(rows));
      }
    }
  }

  #note(rows) {
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const note = document.createElement('p');
    note.textContent = this.words
      .replace('{0}', number.format(rows.length))
      .replace('{1}', this.total)
      .replace('{2}', number.format(rows[0].index + 1));
    return note;
  }
}

// A grid loads what it has room for.
async function loadMore(grid) {
  const wanted = Math.min(grid.size, MOST);
  grid.scrollToIndex(0);
  grid.style.setProperty('--rows', wanted);
  grid.classList.add('being-loaded');
  let loaded = loadedRows(grid).length;
  let until = performance.now() + PATIENCE_MILLISECONDS;
  while (loaded < wanted && performance.now() < until) {
    await frame();
    const present = loadedRows(grid).length;
    if (present > loaded) {
      until = performance.now() + PATIENCE_MILLISECONDS;
    }
    loaded = present;
  }
}

// From the top, without a gap.
function loadedRows(grid) {
  const rows = [...grid.shadowRoot.querySelectorAll('#items > tr:not([hidden], [loading])')];
  rows.sort((one, other) => one.index - other.index);
  return rows.filter((row, place) => row.index === rows[0].index + place);
}

function table(grid, rows) {
  const body = rows.map((row) => cells(row).map(forPaper));
  const told = (_, column) => body.some((copies) => copies[column].textContent.trim() !== '');
  const table = document.createElement('table');
  table.createTBody().append(...body.map((copies) => line(copies.filter(told))));
  // Cards have no names above them.
  const names = cells(grid.shadowRoot.querySelector('#header > tr:last-child')).map(nameOf);
  if (names.some((name) => name.textContent !== '')) {
    table.createTHead().append(line(names.filter(told)));
  }
  return table;
}

// What stands in the cells of a row.
function cells(row) {
  return [...row.querySelectorAll('td:not([part~="details-cell"]), th')].map(
    (cell) => cell.querySelector('slot').assignedElements()[0],
  );
}

function forPaper(content) {
  const cell = document.createElement('td');
  cell.style.textAlign = content.style.textAlign;
  cell.append(...content.cloneNode(true).childNodes);
  cell.querySelectorAll(NOT_ON_PAPER).forEach((part) => part.remove());
  return cell;
}

function nameOf(content) {
  const cell = document.createElement('th');
  cell.style.textAlign = content.style.textAlign;
  cell.textContent = content.textContent.trim();
  return cell;
}

function line(contents) {
  const row = document.createElement('tr');
  row.append(...contents);
  return row;
}

customElements.define('acme-printed-list', PrintedList);
