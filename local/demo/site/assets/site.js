const consent = document.getElementById('consent');
if (localStorage.getItem('consent') !== null) consent.remove();
for (const button of consent.querySelectorAll('[data-consent]')) {
  button.addEventListener('click', () => {
    localStorage.setItem('consent', button.dataset.consent);
    consent.remove();
  });
}
const toggle = document.querySelector('.menu-toggle');
toggle?.addEventListener('click', () => {
  const open = document.getElementById('menu').classList.toggle('is-open');
  toggle.setAttribute('aria-expanded', String(open));
});
