// Until the browser draws next.
export const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
