/** Leaves out questions that an earlier answer has made needless. Without scripts all of them stand there. */
for (const part of document.querySelectorAll<HTMLElement>('[data-shown-if]')) {
  const form = part.closest('form')
  const name = part.dataset['shownIf'] ?? ''
  if (form === null) continue
  const follow = (): void => {
    const answer = String(new FormData(form).get(name) ?? '')
    part.hidden = part.dataset['is'] === undefined ? Number(answer) === 0 : !part.dataset['is'].split(' ').includes(answer)
  }
  form.addEventListener('input', follow)
  form.addEventListener('change', follow)
  follow()
}
