/** The package has no types of its own; this is the part the shell uses. */
declare module 'govuk-frontend' {
  type Component = new (root: Element) => object
  export const Button: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const Radios: Component
  export const SkipLink: Component
  export function createAll(component: Component): readonly object[]
}
