import { Node } from '@tiptap/core';
import { markPlaced, pictureUrl } from './pictures.js';

const SOURCE = 'upload:';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    picture: { insertPicture: (id: string, alt: string) => ReturnType };
  }
}

/** A picture of ours in the text, known by its upload; what is pasted from elsewhere by its address is left out. */
export const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    upload: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('src')?.slice(SOURCE.length) ?? '',
      renderHTML: () => ({}),
    },
    alt: { default: '' },
  }),
  parseHTML: () => [{ tag: `img[src^="${SOURCE}"]` }],
  renderHTML: ({ node }) => ['img', { src: SOURCE + String(node.attrs['upload']), alt: String(node.attrs['alt']) }],
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('img');
      markPlaced(String(node.attrs['upload']));
      dom.src = pictureUrl(String(node.attrs['upload']));
      dom.alt = String(node.attrs['alt']);
      return { dom };
    },
  addCommands: () => ({
    insertPicture:
      (id, alt) =>
      ({ commands }) =>
        commands.insertContent([
          { type: 'picture', attrs: { upload: id, alt } },
          { type: 'text', text: ' ' },
        ]),
  }),
});
