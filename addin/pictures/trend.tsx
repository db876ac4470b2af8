/** 变化 on the screen: one indicator over collections. */
import { trendPicture } from "../../shared/pictures/trend.ts";
import { type TrendData, trendTable } from "../../shared/pictures/trend-data.ts";
import { type Carry, Frame } from "./frame.tsx";
import { Shapes } from "./scene.tsx";
import { useTongue } from "./tongue.ts";
import { useWidth } from "./width.ts";
import { usePictureWords } from "./words.ts";

export function Trend({ data, workbook, say }: Carry & { readonly data: TrendData }) {
  const w = usePictureWords();
  const tongue = useTongue();
  const [place, width] = useWidth();
  const picture = trendPicture(data, { width, tongue });
  return (
    <Frame
      title={w.trend}
      table={trendTable(data, tongue)}
      compose={(wide) => trendPicture(data, { width: wide, tongue, heading: true })}
      workbook={workbook}
      say={say}
    >
      <div ref={place}>
        <svg class="q-picture" width={width} height={picture.height} role="img" aria-label={picture.alt}>
          <Shapes shapes={picture.shapes} />
        </svg>
      </div>
    </Frame>
  );
}
