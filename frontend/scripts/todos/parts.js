// What the todos, their rows, the menu and dragging have in common.
export const length = (title) => [...title.trim()].length;

export function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[index]));
}

export function icon(sprite, symbol) {
  const element = document.createElement('vaadin-icon');
  element.setAttribute('src', sprite);
  element.setAttribute('symbol', symbol);
  element.setAttribute('aria-hidden', 'true');
  return element;
}

export function button(className, label) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  if (label) element.textContent = label;
  return element;
}
