// What stands beside or in place of a drawing, as HTML.

export function button(name, text, pressed, label = text) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button-link';
  made.dataset.testid = `diagram-${name}`;
  made.textContent = text;
  if (label !== text) {
    made.setAttribute('aria-label', label);
    made.title = label;
  }
  made.addEventListener('click', pressed);
  return made;
}

export function controls(...buttons) {
  const made = document.createElement('div');
  made.className = 'diagram-controls';
  made.append(...buttons);
  return made;
}

// For those who see; the name of the drawing says the same.
export function hint(text) {
  const made = document.createElement('p');
  made.className = 'diagram-hint';
  made.setAttribute('aria-hidden', 'true');
  made.textContent = text;
  return made;
}

export function message(role, ...content) {
  const made = document.createElement('p');
  made.className = 'diagram-message';
  made.setAttribute('role', role);
  made.append(...content);
  return made;
}
