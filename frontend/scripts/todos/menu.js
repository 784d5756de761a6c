// The menu of a row, of which there is one for all rows: what can be done with a todo without keys and without dragging.
import { button } from './parts.js';

export class TodoMenu {
  #todos;
  #element;
  #todoId;

  constructor(todos) {
    this.#todos = todos;
  }

  open(row) {
    this.#todoId = row.todo.id;
    const menu = (this.#element ??= this.#build());
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
    const add = (key, action) => {
      const item = button('todo-menu-item', this.#todos.texts[key]);
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
      const items = [...menu.children];
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      items.at((items.indexOf(document.activeElement) + by) % items.length).focus();
    });
    this.#todos.append(menu);
    return menu;
  }
}
