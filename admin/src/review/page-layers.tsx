import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { type Word } from '../api/types';
import { useWords } from '../i18n/words';
import { PETROL, SAND, TONES } from '../theme/palette';
import { type FieldBox } from './field-boxes';
import { type FieldName } from './field-groups';
import { type Mark } from './field-marks';
import { type Box, padded } from './geometry';

const STROKES: Readonly<Record<Mark, string>> = {
  sure: PETROL,
  doubtful: TONES.amber.line,
  failed: TONES.red.line,
};

interface LayersProps {
  readonly words: readonly Word[];
  readonly boxes: readonly FieldBox[];
  readonly values: Readonly<Record<FieldName, string>>;
  readonly focused: FieldName | null;
  readonly line: Box | null;
  readonly picked: readonly Box[];
  readonly drag: Box | null;
  /** Height of the page when its width is 1. */
  readonly aspect: number;
  readonly pickable: boolean;
}

const WIDTH = 1000;

/** What lies over the picture: words that can be picked, frames of the fields, and the frame being drawn. */
export const PageLayers = ({ words, boxes, values, focused, line, picked, drag, aspect, pickable }: LayersProps) => {
  const translate = useTranslate();
  const { fieldName } = useWords();
  const place = rectangle(aspect);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${WIDTH * aspect}`}
      width="100%"
      height="100%"
      style={{ position: 'absolute', inset: 0, display: 'block' }}
      aria-hidden
    >
      <WordLayer words={words} aspect={aspect} pickable={pickable} />
      {line && (
        <rect
          {...place(padded(line))}
          rx={3}
          fill={SAND}
          fillOpacity={0.2}
          stroke={SAND}
          strokeWidth={2}
          pointerEvents="none"
        />
      )}
      {boxes.map(({ name, box, mark }, index) => {
        const lit = name === focused;
        return (
          <rect
            key={`${name}-${index}`}
            {...place(padded(box))}
            data-field-box={name}
            rx={3}
            fill={lit ? SAND : STROKES[mark]}
            fillOpacity={lit ? 0.26 : mark === 'sure' ? 0.05 : 0.14}
            stroke={lit ? '#b9801f' : STROKES[mark]}
            strokeOpacity={lit || mark !== 'sure' ? 1 : 0.4}
            strokeWidth={lit ? 3 : 1.5}
            vectorEffect="non-scaling-stroke"
            pointerEvents={lit ? 'none' : 'all'}
            style={{ cursor: 'pointer', transition: 'fill-opacity 120ms' }}
          >
            <title>{translate('page.field_box', { field: fieldName(name), value: values[name] })}</title>
          </rect>
        );
      })}
      {picked.map((box, index) => (
        <rect key={index} {...place(box)} rx={2} fill={SAND} fillOpacity={0.45} pointerEvents="none" />
      ))}
      {drag && (
        <rect
          {...place(drag)}
          fill={PETROL}
          fillOpacity={0.08}
          stroke={PETROL}
          strokeDasharray="6 4"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
          pointerEvents="none"
        />
      )}
    </svg>
  );
};

interface WordLayerProps {
  readonly words: readonly Word[];
  readonly aspect: number;
  readonly pickable: boolean;
}

const WordLayer = memo(({ words, aspect, pickable }: WordLayerProps) => {
  const place = rectangle(aspect);
  return (
    <g className={pickable ? 'words pickable' : 'words'}>
      {words.map(({ text, box }, index) => (
        <rect key={index} {...place(padded(box, 0.001, 0.001))} data-word={text} rx={2} fill="transparent" />
      ))}
    </g>
  );
});
WordLayer.displayName = 'WordLayer';

const rectangle =
  (aspect: number) =>
  ([left = 0, top = 0, right = 0, bottom = 0]: Box) => ({
    x: left * WIDTH,
    y: top * WIDTH * aspect,
    width: Math.max(0, right - left) * WIDTH,
    height: Math.max(0, bottom - top) * WIDTH * aspect,
  });
