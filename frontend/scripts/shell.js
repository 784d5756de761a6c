// The skip link: a plain "#content" would be taken relative to <base href> and leave the page.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('.skip-link')) {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }
});
