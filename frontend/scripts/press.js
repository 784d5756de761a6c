// A press of the mouse on a button takes the focus with the click that follows, not before: the field that loses it may get
// or lose a message, which moves the button away from under the pointer, and the click would be lost.
const FORM = '.form-card, vaadin-dialog';
const CONTROL = 'vaadin-button, vaadin-radio-button, vaadin-checkbox, button, a[href]';

let pressed;

window.addEventListener(
  'mousedown',
  (event) => {
    pressed = undefined;
    const control = event.button === 0 && event.target instanceof Element && event.target.closest(CONTROL);
    const field = document.activeElement?.closest('[focused]');
    if (control && field && !field.contains(control) && control.closest(FORM)?.contains(field)) {
      pressed = control;
      event.preventDefault();
    }
  },
  true,
);

// Before the click is heard of elsewhere: what was typed has to be told first.
window.addEventListener(
  'click',
  (event) => {
    if (pressed?.contains(event.target)) pressed.focus({ focusVisible: false });
    pressed = undefined;
  },
  true,
);
