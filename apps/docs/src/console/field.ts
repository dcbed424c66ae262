import { element, uniqueId, type Attributes } from './element.ts'

/** A control with its label, as one line of the form. */
export interface Field<Control extends HTMLElement = HTMLInputElement> {
  readonly row: HTMLElement
  readonly control: Control
}

/** A labelled text field. The browser neither stores nor restores what is typed. */
export function inputField(
  label: string,
  attributes: Attributes = {},
  choices: readonly string[] = [],
): Field {
  const listId = choices.length > 0 ? uniqueId() : undefined
  const control = element('input', {
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    ...(listId === undefined ? {} : { list: listId }),
    ...attributes,
  })
  const field = labelled(label, control)
  if (listId !== undefined) {
    field.row.append(
      element('datalist', { id: listId }, ...choices.map((value) => element('option', { value }))),
    )
  }
  return field
}

/** A labelled choice; each option is a value and the text that stands for it. */
export function selectField(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): Field<HTMLSelectElement> {
  const items = options.map(([value, text]) => element('option', { value }, text))
  return labelled(label, element('select', { autocomplete: 'off' }, ...items))
}

/** A labelled field for a text of many lines. */
export function textField(label: string): Field<HTMLTextAreaElement> {
  return labelled(label, element('textarea', { autocomplete: 'off', spellcheck: 'false', rows: '12' }))
}

function labelled<Control extends HTMLElement>(label: string, control: Control): Field<Control> {
  control.id = uniqueId()
  return {
    control,
    row: element('div', { class: 'try-it-field' }, element('label', { for: control.id }, label), control),
  }
}
