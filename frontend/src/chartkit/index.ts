// The part of Apache ECharts that the reports draw with, as one classic script: a JavaScript engine without a browser
// runs it for the PDF, the window loads the same bytes. The only global is `chartkit`.
//
// Nothing here may need a DOM at load time, and nothing may format: labels come formatted out of the option, which is
// plain data. A new kind of chart is registered here first; `npm run charts` then writes the script anew.
import { BarChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

export { init, setPlatformAPI, version } from "echarts/core";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
]);
