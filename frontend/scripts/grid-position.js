// A list opens where it was left: the first visible row is kept in this tab's session storage, by the list's address.
const PREFIX = 'acme-position:';

const key = (url) => `${PREFIX}${url.pathname}${url.search}`;

// Keeps the position of a grid from now on; goes to the one that was kept before, if asked to. The address is told,
// because the browser's may still be the one of the page before.
export function keep(grid, address, restore) {
  const here = new URL(address, document.baseURI);
  const index = Number(sessionStorage.getItem(key(here)));
  if (restore && index > 0) {
    grid.scrollToIndex(index);
  }
  let pending;
  grid.shadowRoot.querySelector('#table').addEventListener('scroll', () => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      if (grid.isConnected && location.pathname === here.pathname) {
        sessionStorage.setItem(key(location), String(grid._firstVisibleIndex ?? 0));
      }
    }, 100);
  });
}

export function forgetAll() {
  Object.keys(sessionStorage)
    .filter((name) => name.startsWith(PREFIX))
    .forEach((name) => sessionStorage.removeItem(name));
}
