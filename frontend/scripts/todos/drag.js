// Dragging a row: a copy follows the pointer, a line shows where the todo will go, and the list scrolls at its edges.
import { frame } from '../frame.js';

const STARTS_AFTER = 5;
const EDGE = 48;

export class TodoDrag {
  #todos;
  #row;
  #id;
  #startY;
  #y;
  #offset;
  #ghost;
  #line;
  #target;

  // Begins with a press on a row's handle; calls back when all is over, with the click that follows the release.
  constructor(todos, row, event, over) {
    this.#todos = todos;
    this.#row = row;
    this.#id = row.todo.id;
    this.#startY = event.clientY;
    this.#listen(over);
  }

  // Whether the pointer has moved so far that it is no click.
  moved = false;

  get underWay() {
    return Boolean(this.#ghost);
  }

  #listen(over) {
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const end = async (drop) => {
      controller.abort();
      if (this.moved) this.#end(drop);
      // The click that follows the release is part of the drag.
      await frame();
      over();
    };
    window.addEventListener('pointermove', (move) => move.isPrimary && this.#to(move.clientY), options);
    window.addEventListener('pointerup', (up) => up.isPrimary && end(true), options);
    window.addEventListener('pointercancel', () => end(false), options);
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key === 'Escape') {
          key.stopPropagation();
          end(false);
        }
      },
      { ...options, capture: true },
    );
  }

  #to(y) {
    this.#y = y;
    if (!this.moved && Math.abs(y - this.#startY) < STARTS_AFTER) return;
    if (!this.moved) this.#begin();
    this.#show();
  }

  #begin() {
    this.moved = true;
    this.#todos.classList.add('dragging');
    const box = this.#row.getBoundingClientRect();
    this.#offset = this.#startY - box.top;
    this.#ghost = document.createElement('div');
    this.#ghost.className = 'todo-ghost';
    this.#ghost.textContent = this.#row.todo.title;
    this.#ghost.style.left = `${box.left}px`;
    this.#ghost.style.width = `${box.width}px`;
    this.#line = document.createElement('div');
    this.#line.className = 'todo-line';
    this.#todos.append(this.#ghost, this.#line);
    this.#todos.reportBusy();
    this.#scrollAtEdges();
  }

  #show() {
    this.#ghost.style.top = `${this.#y - this.#offset}px`;
    const box = this.#todos.list.getBoundingClientRect();
    const rows = this.#todos
      .rows()
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box: { top, bottom } }) => bottom > box.top && top < box.bottom)
      .sort((a, b) => a.box.top - b.box.top);
    const before = rows.find(({ box: { top, bottom } }) => this.#y < (top + bottom) / 2);
    const target = before ?? rows.at(-1);
    this.#target = target && { id: target.row.todo.id, after: !before };
    if (target) {
      const top = before ? target.box.top : target.box.bottom;
      this.#line.style.top = `${Math.min(Math.max(top, box.top), box.bottom) - 1}px`;
      this.#line.style.left = `${box.left}px`;
      this.#line.style.width = `${box.width}px`;
    }
  }

  async #scrollAtEdges() {
    while (this.#ghost) {
      const { list } = this.#todos;
      const box = list.getBoundingClientRect();
      const over = Math.min(0, this.#y - box.top - EDGE) + Math.max(0, this.#y - box.bottom + EDGE);
      if (over) {
        list.scrollTop += Math.max(-24, Math.min(24, over / 3));
        this.#show();
      }
      await frame();
    }
  }

  #end(drop) {
    this.#ghost.remove();
    this.#line.remove();
    this.#ghost = undefined;
    this.#todos.classList.remove('dragging');
    this.#todos.reportBusy();
    if (drop && this.#target && this.#target.id !== this.#id) {
      this.#todos.$server.place(this.#id, this.#target.id, this.#target.after);
    }
  }
}
