// <acme-todo>, one row: keys, check box and editing in place. It says what a person wants by calling its <acme-todos>.
import { button, fill, icon, length } from './parts.js';

export class Todo extends HTMLElement {
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
    this.handle.setAttribute('aria-haspopup', 'menu');
    this.handle.setAttribute('aria-expanded', 'false');
    this.handle.append(icon(this.sprite, 'grip'));
    this.check = document.createElement('input');
    this.check.type = 'checkbox';
    const target = document.createElement('label');
    target.className = 'todo-check';
    target.append(this.check);
    this.title_ = button('todo-title');
    this.title_.setAttribute('aria-keyshortcuts', 'Enter F2 Delete Alt+ArrowUp Alt+ArrowDown');
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
