// The menu of a row, of which there is one for all rows: what can be done with a todo without keys and without dragging.
import { button, fill } from './parts.js';

export class TodoMenu {
  #todos;
  #element;
  #todoId;
  #handle;

  constructor(todos) {
    this.#todos = todos;
  }

  open(row) {
    this.#todoId = row.todo.id;
    this.#handle = row.handle;
    const menu = (this.#element ??= this.#build());
    menu.setAttribute('aria-label', fill(this.#todos.texts['more-of'], row.todo.title));
    menu.showPopover();
    const at = row.handle.getBoundingClientRect();
    const own = menu.getBoundingClientRect();
    const below = at.bottom + own.height + 8 <= window.innerHeight;
    menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - own.height - 4)}px`;
    menu.style.left = `${Math.max(8, at.right - own.width)}px`;
    menu.querySelector('button').focus();
  }

  #build() {
    const menu = document.createElement('div');
    menu.className = 'todo-menu';
    menu.popover = 'auto';
    menu.setAttribute('role', 'menu');
    const add = (key, action) => {
      const item = button('todo-menu-item', this.#todos.texts[key]);
      item.setAttribute('role', 'menuitem');
      item.tabIndex = -1;
      item.addEventListener('click', () => {
        menu.hidePopover();
        action();
      });
      menu.append(item);
    };
    add('edit', () => this.#todos.row(this.#todoId)?.edit());
    for (const step of ['up', 'down', 'top', 'bottom']) {
      add(`move.${step}`, () => this.#todos.$server.step(this.#todoId, step));
    }
    menu.addEventListener('keydown', (event) => {
      // The focus goes back to the row, and from there on as the key says.
      if (event.key === 'Tab') menu.hidePopover();
      const items = [...menu.children];
      const at = items.indexOf(document.activeElement);
      const to = { ArrowDown: (at + 1) % items.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      items.at(to).focus();
    });
    menu.addEventListener('beforetoggle', ({ newState }) =>
      this.#handle.setAttribute('aria-expanded', String(newState === 'open')),
    );
    this.#todos.append(menu);
    return menu;
  }
}
