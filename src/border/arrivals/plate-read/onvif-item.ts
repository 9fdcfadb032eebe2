import type { XmlElement } from '#platform/wire-formats'

/** A `SimpleItem` or `ElementItem` by the name it carries; in JSON the name is the key itself. */
export function onvifItem(list: XmlElement, name: string): XmlElement | undefined {
  return list.children.find((child) => child.name === name || (/^(Simple|Element)Item$/.test(child.name) && child.attributes['Name'] === name))
}

/** Its value: an attribute in XML, the text in JSON. */
export function onvifItemText(list: XmlElement, name: string): string | null {
  const item = onvifItem(list, name)
  return (item?.attributes['Value'] ?? textWithin(item)).trim() || null
}

function textWithin(item: XmlElement | undefined): string {
  if (item === undefined) return ''
  return item.text.trim() || textWithin(item.children[0])
}
