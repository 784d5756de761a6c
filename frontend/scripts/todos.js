// <acme-todos> and its rows, <acme-todo>: keys, pointer and editing in place. What is done is done by the server
// (this.$server), which answers whether it was; until then nothing that was typed is thrown away.
const DRAG_STARTS_AFTER = 5;
const EDGE = 48;
const FRAMES = 120;
// What is typed into the field for a new todo, and not taken by the server yet, is mirrored to the session storage of
// this tab: an expired session, a restarted server or a reload loses nothing. Signing out forgets it (form-draft.js).
const ENTRY = 'acme-todo-entry:';

const frame = () => new Promise((next) => requestAnimationFrame(next));
const length = (title) => [...title.trim()].length;

function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[index]));
}

function icon(sprite, symbol) {
  const element = document.createElement('vaadin-icon');
  element.setAttribute('src', sprite);
  element.setAttribute('symbol', symbol);
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function button(className, label) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  if (label) element.textContent = label;
  return element;
}

// One row. It says what a person wants by calling its <acme-todos>.
class Todo extends HTMLElement {
  #todo;
  #editor;

  get todo() {
    return this.#todo;
  }

  set todo(todo) {
    if (this.#editor && todo?.id !== this.#todo?.id) this.#leave();
    this.#todo = todo;
    if (this.isConnected) this.#show();
  }

  get owner() {
    return this.closest('acme-todos');
  }

  get index() {
    return this.parentElement.__virtualListIndex;
  }

  get editing() {
    return Boolean(this.#editor);
  }

  connectedCallback() {
    // The renderer may have set it before the class was there.
    if (Object.hasOwn(this, 'todo')) {
      const { todo } = this;
      delete this.todo;
      this.#todo = todo;
    }
    this.#show();
  }

  #build() {
    this.handle = button('todo-handle row-action');
    this.handle.setAttribute('aria-haspopup', 'true');
    this.handle.append(icon(this.sprite, 'grip'));
    this.check = document.createElement('input');
    this.check.type = 'checkbox';
    const target = document.createElement('label');
    target.className = 'todo-check';
    target.append(this.check);
    this.title_ = button('todo-title');
    this.title_.setAttribute('aria-keyshortcuts', 'Enter F2 Alt+ArrowUp Alt+ArrowDown');
    this.title_.title = this.owner.texts.keys;
    this.remove_ = button('todo-delete row-action');
    this.remove_.append(icon(this.sprite, 'trash'));
    this.append(target, this.title_, this.handle, this.remove_);

    this.check.addEventListener('change', () => this.#complete());
    this.title_.addEventListener('dblclick', () => this.edit());
    // The click of a key or of an assistive tool; a pointer's click only takes the focus.
    this.title_.addEventListener('click', (event) => event.detail === 0 && this.edit());
    this.remove_.addEventListener('click', () => this.owner.removeTodo(this));
    this.handle.addEventListener('click', () => this.owner.openMenu(this));
    this.handle.addEventListener('pointerdown', (event) => this.owner.startDrag(this, event));
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  #show() {
    const todo = this.#todo;
    this.classList.toggle('loading', !todo);
    if (!todo || !this.owner?.texts) return;
    if (!this.check) this.#build();
    const { texts } = this.owner;
    this.classList.toggle('completed', todo.completed);
    this.check.checked = todo.completed;
    this.check.setAttribute('aria-label', todo.title);
    this.title_.textContent = todo.title;
    this.handle.setAttribute('aria-label', fill(texts['more-of'], todo.title));
    this.remove_.setAttribute('aria-label', fill(texts['delete-of'], todo.title));
    if (this.owner.unsaved.has(todo.id)) this.edit(false);
  }

  #key(event) {
    if (this.#editor) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.owner.$server.step(this.#todo.id, event.key === 'ArrowUp' ? 'up' : 'down');
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === 'F2' || (event.key === 'Enter' && event.target === this.check)) {
      event.preventDefault();
      this.edit();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.owner.go(this.index + (event.key === 'ArrowUp' ? -1 : 1), `.${event.target.classList[0] || 'todo-title'}`);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      this.owner.removeTodo(this);
    }
  }

  async #complete() {
    const { check, index } = this;
    const wanted = check.checked;
    const hadFocus = document.activeElement === check;
    const { id } = this.#todo;
    const done = await this.owner.$server.complete(id, wanted);
    if (!done && this.#todo?.id === id) check.checked = !wanted;
    if (hadFocus) this.owner.keepFocus(index, '.todo-check input');
  }

  edit(focused = true) {
    if (this.#editor || !this.#todo) return;
    const { texts, unsaved } = this.owner;
    const editor = document.createElement('input');
    editor.className = 'todo-edit';
    editor.value = unsaved.get(this.#todo.id) ?? this.#todo.title;
    unsaved.delete(this.#todo.id);
    editor.setAttribute('aria-label', fill(texts['edit-of'], this.#todo.title));
    const message = document.createElement('span');
    message.className = 'todo-message';
    message.setAttribute('role', 'alert');
    this.#editor = { id: this.#todo.id, before: this.#todo.title, editor, message };
    this.classList.add('editing');
    this.append(editor, message);
    editor.addEventListener('input', () => this.#checkLength());
    editor.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        this.#save(true);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        this.#close();
        this.title_.focus();
      }
    });
    // A window that loses the focus takes it from the field, too, and gives it back.
    editor.addEventListener('blur', () => document.hasFocus() && this.#save());
    this.owner.reportBusy();
    this.#checkLength();
    if (!focused) return;
    editor.focus();
    editor.setSelectionRange(editor.value.length, editor.value.length);
  }

  #checkLength() {
    const { editor, message } = this.#editor;
    const { maxTitle, texts } = this.owner;
    const count = length(editor.value);
    const tooLong = count > maxTitle;
    editor.toggleAttribute('aria-invalid', tooLong);
    message.textContent = tooLong ? fill(texts['too-long'], maxTitle, count) : '';
    return !tooLong;
  }

  async #save(byKey = false) {
    const open = this.#editor;
    if (!open || open.saving || !this.#checkLength()) return false;
    const title = open.editor.value.trim();
    const { index, owner } = this;
    if (title === open.before) {
      this.#close();
    } else {
      open.saving = true;
      const done = await owner.$server.rename(open.id, title);
      open.saving = false;
      if (done) owner.unsaved.delete(open.id);
      // Where it was not stored the field stays open with what was typed.
      if (!done || this.#editor !== open) return done;
      if (title && this.#todo?.id === open.id) this.title_.textContent = title;
      this.#close();
    }
    if (byKey) {
      if (title) this.title_.focus();
      else owner.keepFocus(index);
    }
    return true;
  }

  // Rows are used again for other todos while the list is scrolled: leaving saves. What cannot be saved waits until its
  // todo comes into view again.
  async #leave() {
    const open = this.#editor;
    const { unsaved } = this.owner;
    const saved = this.#save();
    if (this.#editor === open) this.#close();
    if (!(await saved)) unsaved.set(open.id, open.editor.value);
  }

  #close() {
    const { editor, message } = this.#editor;
    this.#editor = undefined;
    this.classList.remove('editing');
    editor.remove();
    message.remove();
    this.owner?.reportBusy();
  }
}

class Todos extends HTMLElement {
  #connected = false;
  #menu;
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

  // Of all rows together: the next one may be edited already when the answer to the one before comes.
  reportBusy() {
    this.$server.busy(Boolean(this.querySelector('acme-todo.editing') || this.#drag?.ghost));
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
    if (this.#drag?.moved) return;
    const menu = (this.#menu ??= this.#buildMenu());
    menu.todoId = row.todo.id;
    menu.showPopover();
    const at = row.handle.getBoundingClientRect();
    const own = menu.getBoundingClientRect();
    const below = at.bottom + own.height + 8 <= window.innerHeight;
    menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - own.height - 4)}px`;
    menu.style.left = `${Math.max(8, at.right - own.width)}px`;
    menu.querySelector('button').focus();
  }

  #buildMenu() {
    const menu = document.createElement('div');
    menu.className = 'todo-menu';
    menu.popover = 'auto';
    const add = (key, action) => {
      const item = button('todo-menu-item', this.texts[key]);
      item.addEventListener('click', () => {
        menu.hidePopover();
        action();
      });
      menu.append(item);
    };
    add('edit', () => this.rows().find((row) => row.todo.id === menu.todoId)?.edit());
    for (const step of ['up', 'down', 'top', 'bottom']) {
      add(`move.${step}`, () => this.$server.step(menu.todoId, step));
    }
    menu.addEventListener('keydown', (event) => {
      const items = [...menu.children];
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      items.at((items.indexOf(document.activeElement) + by) % items.length).focus();
    });
    this.append(menu);
    return menu;
  }

  // Dragging: a copy follows the pointer, a line shows where the todo will go, and the list scrolls at its edges.
  startDrag(row, event) {
    if (event.button !== 0 || !event.isPrimary) return;
    const drag = { row, id: row.todo.id, startY: event.clientY, y: event.clientY, moved: false };
    this.#drag = drag;
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const end = (drop) => {
      controller.abort();
      this.#endDrag(drag, drop);
    };
    window.addEventListener('pointermove', (move) => move.isPrimary && this.#dragTo(drag, move.clientY), options);
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

  #dragTo(drag, y) {
    drag.y = y;
    if (!drag.moved && Math.abs(y - drag.startY) < DRAG_STARTS_AFTER) return;
    if (!drag.moved) {
      drag.moved = true;
      this.classList.add('dragging');
      const box = drag.row.getBoundingClientRect();
      drag.offset = drag.startY - box.top;
      drag.ghost = document.createElement('div');
      drag.ghost.className = 'todo-ghost';
      drag.ghost.textContent = drag.row.todo.title;
      drag.ghost.style.left = `${box.left}px`;
      drag.ghost.style.width = `${box.width}px`;
      drag.line = document.createElement('div');
      drag.line.className = 'todo-line';
      this.append(drag.ghost, drag.line);
      this.reportBusy();
      this.#scrollWhileDragging(drag);
    }
    this.#showDrag(drag);
  }

  #showDrag(drag) {
    drag.ghost.style.top = `${drag.y - drag.offset}px`;
    const box = this.list.getBoundingClientRect();
    const rows = this.rows()
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box: { top, bottom } }) => bottom > box.top && top < box.bottom)
      .sort((a, b) => a.box.top - b.box.top);
    const before = rows.find(({ box: { top, bottom } }) => drag.y < (top + bottom) / 2);
    const target = before ?? rows.at(-1);
    drag.target = target && { id: target.row.todo.id, after: !before };
    if (target) {
      const top = before ? target.box.top : target.box.bottom;
      drag.line.style.top = `${Math.min(Math.max(top, box.top), box.bottom) - 1}px`;
      drag.line.style.left = `${box.left}px`;
      drag.line.style.width = `${box.width}px`;
    }
  }

  async #scrollWhileDragging(drag) {
    while (this.#drag === drag && drag.ghost) {
      const box = this.list.getBoundingClientRect();
      const over = Math.min(0, drag.y - box.top - EDGE) + Math.max(0, drag.y - box.bottom + EDGE);
      if (over) {
        this.list.scrollTop += Math.max(-24, Math.min(24, over / 3));
        this.#showDrag(drag);
      }
      await frame();
    }
  }

  async #endDrag(drag, drop) {
    if (drag.moved) {
      drag.ghost.remove();
      drag.line.remove();
      drag.ghost = undefined;
      this.classList.remove('dragging');
      this.reportBusy();
      if (drop && drag.target && drag.target.id !== drag.id) {
        this.$server.place(drag.id, drag.target.id, drag.target.after);
      }
    }
    // The click that follows the release is part of the drag.
    await frame();
    if (this.#drag === drag) this.#drag = undefined;
  }
}

customElements.define('acme-todos', Todos);
customElements.define('acme-todo', Todo);
