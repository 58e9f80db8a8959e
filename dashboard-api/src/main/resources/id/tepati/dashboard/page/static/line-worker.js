// The worker of all tabs of a browser: it keeps the one line to the server.

import { aged, switchboard } from './line.js';

const board = switchboard();

addEventListener('connect', ({ ports: [port] }) => {
  const tab = (news) => port.postMessage(aged(news));
  port.addEventListener('message', ({ data }) => {
    if (data.leave) board.leave(tab);
    else board.follow(tab, data.follow);
  });
  port.start();
});
