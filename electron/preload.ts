import { ipcRenderer } from 'electron';
import { portGreetings } from '../shared/model/port-greetings.ts';

// Hands over one MessagePort and nothing else: the page asks once it listens, a reloaded page asks anew.
window.addEventListener('message', function greet({ source, data }) {
  if (source !== window || data !== portGreetings.ready) return;
  window.removeEventListener('message', greet);
  const { port1: toPage, port2: toHost } = new MessageChannel();
  ipcRenderer.postMessage(portGreetings.port, null, [toHost]);
  window.postMessage(portGreetings.port, location.origin, [toPage]);
});
