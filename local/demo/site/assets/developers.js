const sections = [
  ['Telemetry API', 'Readings of every substation as JSON. 34 endpoints, OAuth 2.0, up to 600 requests a minute.'],
  ['Webhooks', 'Alarms of Coldwatch and gaps in readings, delivered at least once and signed.'],
  ['Sandbox', 'A test network with 250 simulated substations, free of charge.'],
];
const root = document.getElementById('root');
root.className = 'container';
const add = (tag, text, parent) => parent.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
add('h1', 'Developer portal', root);
for (const [title, text] of sections) {
  const section = root.appendChild(document.createElement('section'));
  add('h2', title, section);
  add('p', text, section);
}
