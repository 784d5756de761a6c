// <acme-todos>: the field for a new todo, the list, and where the focus goes. What is done is done by the server
// (this.$server), which answers whether it was; until then nothing that was typed is thrown away.
import { frame } from '../frame.js';
import { TodoDrag } from './drag.js';
import { TodoMenu } from './menu.js';
import { fill, length } from './parts.js';
import { Todo } from './row.js';

const FRAMES = 120;

// What is typed into the field for a new todo, and not taken by the server yet, is mirrored to the session storage of
// this tab: an expired session, a restarted server or a reload loses nothing. Signing out forgets it (../form-draft.js).
const ENTRY = 'acme-todo-entry:';

class Todos extends HTMLElement {
  #connected = false;
  #menu = new TodoMenu(this);
  #drag;
  #entryKept;
  // Sent, and not answered yet.
  #sent = [];
  // What was typed into rows that went out of view before it could be saved, by the todo's id.
  unsaved = new Map();

  connectedCallback() {
    if (this.#connected) return;
    this.#connected = true;
    this.addEventListener('keydown', (event) => {
      if (event.target.closest('[data-testid="todo-new"]')) this.#entryKey(event);
    });
    this.addEventListener('input', (event) => {
      if (event.target.closest('[data-testid="todo-new"]')) this.#entryTyped();
    });
    // Listened to from here, because what is not to be seen yet may not be in the page yet.
    this.addEventListener('click', (event) => {
      // The key for "create something new here" clicks.
      if (event.target.closest('[data-testid="todo-new"]')) this.entry.focus();
      // By keyboard, the focus must not get lost with a button that goes away.
      if (event.detail === 0 && event.target.closest('[data-testid="todo-clear"]')) this.#afterClearing();
    });
  }

  get entry() {
    return this.querySelector('[data-testid="todo-new"]');
  }

  get list() {
    return this.querySelector('vaadin-virtual-list');
  }

  rows() {
    return [...this.querySelectorAll('acme-todo')].filter((row) => row.todo && !row.parentElement.hidden);
  }

  row(id) {
    return this.rows().find((row) => row.todo.id === id);
  }

  // Of all rows together: the next one may be edited already when the answer to the one before comes.
  reportBusy() {
    this.$server.busy(Boolean(this.querySelector('acme-todo.editing') || this.#drag?.underWay));
  }

  async #entryKey(event) {
    if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
    event.preventDefault();
    const { entry } = this;
    const typed = entry.value;
    if (!typed.trim() || !this.#checkEntry()) return;
    entry.value = '';
    this.#sent.push(typed);
    let added = false;
    try {
      added = await this.$server.create(typed);
    } finally {
      if (!added) entry.value = entry.value ? `${typed} ${entry.value}` : typed;
      this.#sent.splice(this.#sent.indexOf(typed), 1);
      this.#mirrorEntry();
    }
    await frame();
    await frame();
    if (added && this.list?.offsetHeight) this.list.scrollToIndex(this.list.items.length - 1);
  }

  async #afterClearing() {
    for (let tries = 0; tries < FRAMES; tries++) {
      await frame();
      if (document.activeElement === document.body) {
        this.keepFocus(0);
        return;
      }
    }
  }

  // Called by the server when the list opens, with who has opened it; puts back what was left behind.
  keepEntry(person) {
    this.#entryKept = ENTRY + person;
    const left = sessionStorage.getItem(this.#entryKept);
    if (!left || this.entry.value) return;
    this.entry.value = left;
    this.#checkEntry();
  }

  #entryTyped() {
    this.#checkEntry();
    this.#mirrorEntry();
  }

  #mirrorEntry() {
    if (!this.#entryKept) return;
    const text = [...this.#sent, this.entry.value].filter(Boolean).join(' ');
    if (text) sessionStorage.setItem(this.#entryKept, text);
    else sessionStorage.removeItem(this.#entryKept);
  }

  #checkEntry() {
    const { entry, maxTitle, texts } = this;
    const count = length(entry.value);
    entry.errorMessage = count > maxTitle ? fill(texts['too-long'], maxTitle, count) : '';
    entry.invalid = count > maxTitle;
    return !entry.invalid;
  }

  async removeTodo(row) {
    const { index } = row;
    if (await this.$server.remove(row.todo.id)) this.keepFocus(index);
  }

  // Where a row went away, the focus goes to the one that came in its place, or to the field.
  async keepFocus(index, selector = '.todo-title') {
    await frame();
    await frame();
    const last = this.list?.hidden === false || this.list?.offsetHeight ? this.list.items.length - 1 : -1;
    if (last < 0) this.entry.focus();
    else this.go(Math.min(index, last), selector);
  }

  // Called by the server after a move.
  async follow(id, index) {
    await this.go(index, '.todo-title', id);
  }

  // Focuses a row as soon as it is there.
  async go(index, selector, id) {
    if (index < 0 || index >= this.list.items.length) return;
    for (let tries = 0; tries < FRAMES; tries++) {
      const row = this.rows().find((candidate) => candidate.index === index && (!id || candidate.todo.id === id));
      if (row) {
        const target = row.querySelector(selector) ?? row.querySelector('.todo-title');
        target.focus({ preventScroll: true });
        row.scrollIntoView({ block: 'nearest' });
        return;
      }
      if (tries === 10) this.list.scrollToIndex(index);
      await frame();
    }
  }

  openMenu(row) {
    if (!this.#drag?.moved) this.#menu.open(row);
  }

  startDrag(row, event) {
    if (event.button !== 0 || !event.isPrimary) return;
    const drag = new TodoDrag(this, row, event, () => {
      if (this.#drag === drag) this.#drag = undefined;
    });
    this.#drag = drag;
  }
}

// The rows ask the list, which therefore has to be there first.
customElements.define('acme-todos', Todos);
customElements.define('acme-todo', Todo);
