<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Chip</name>
        <message>
            <source>Filter %1: %2</source>
            <translation>筛选 %1：%2</translation>
        </message>
        <message>
            <source>Filter %1</source>
            <translation>筛选 %1</translation>
        </message>
    </context>
    <context>
        <name>DossierFacts</name>
        <message>
            <source>Measure</source>
            <translation>整改措施</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>存在问题</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>整改目标</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>整改时限</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Place and how exactly it is known</source>
            <translation>位置与精度</translation>
        </message>
        <message>
            <source>Zones that it lies in</source>
            <translation>所在区域</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>出处</translation>
        </message>
        <message>
            <source>schematic</source>
            <translation>示意</translation>
        </message>
        <message>
            <source>Nearest zones within 5 km</source>
            <translation>5 公里内最近的保护区域</translation>
        </message>
        <message>
            <source>Rules, statements and earlier tasks</source>
            <translation>规则、陈述与历次任务</translation>
        </message>
    </context>
    <context>
        <name>DossierPanel</name>
        <message>
            <source>Dossier</source>
            <translation>任务档案</translation>
        </message>
        <message>
            <source>Show on map</source>
            <translation>定位</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the dossier as text</source>
            <translation>将档案复制为文本</translation>
        </message>
        <message>
            <source>Select a task in the table or on the map.</source>
            <translation>请在台账或地图中选择一项任务。</translation>
        </message>
    </context>
    <context>
        <name>DueChip</name>
        <message>
            <source>Any deadline</source>
            <translation>不限时限</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>Within 30 days</source>
            <translation>30 日内到期</translation>
        </message>
        <message>
            <source>Long-term</source>
            <translation>长期坚持</translation>
        </message>
        <message>
            <source>Between dates</source>
            <translation>按日期范围</translation>
        </message>
        <message>
            <source>Without a date</source>
            <translation>未定日期</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>from</source>
            <translation>起</translation>
        </message>
        <message>
            <source>to</source>
            <translation>止</translation>
        </message>
        <message>
            <source>Dates as 2024-12-31</source>
            <translation>日期格式：2024-12-31</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export tasks</source>
            <translation>导出任务</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>On show: %1</source>
            <translation>当前显示：%1</translation>
        </message>
        <message>
            <source>All: %1</source>
            <translation>全部：%1</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Coordinates</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>Zone 38</source>
            <translation>38 带</translation>
        </message>
        <message>
            <source>Replace files that are already there</source>
            <translation>覆盖已有文件</translation>
        </message>
        <message>
            <source>Export into folder</source>
            <translation>导出到文件夹</translation>
        </message>
    </context>
    <context>
        <name>FacetChip</name>
        <message>
            <source>Search, pinyin initials too</source>
            <translation>搜索，可用拼音首字母</translation>
        </message>
        <message>
            <source>Nothing of that name</source>
            <translation>没有匹配项</translation>
        </message>
    </context>
    <context>
        <name>FacetRow</name>
        <message>
            <source>%1, %2 tasks</source>
            <translation>%1，%2 项任务</translation>
        </message>
    </context>
    <context>
        <name>FeatureCard</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Find the tasks within</source>
            <translation>查询范围内的任务</translation>
        </message>
        <message>
            <source>Within all zones of %1</source>
            <translation>查询“%1”全部分区内的任务</translation>
        </message>
        <message>
            <source>Ask about it…</source>
            <translation>以此查询…</translation>
        </message>
        <message>
            <source>Bring it as the target into the form of questions: near it, nearest to it, with further conditions</source>
            <translation>作为目标填入查询：其附近、离其最近、附加条件</translation>
        </message>
    </context>
    <context>
        <name>FileDialogs</name>
        <message>
            <source>Add layers</source>
            <translation>添加图层</translation>
        </message>
        <message>
            <source>Layers (*.shp *.shz *.zip *.gpkg *.geojson *.json *.kml *.kmz *.csv *.xlsx *.ods *.gpx *.dxf *.fgb)</source>
            <translation>图层 (*.shp *.shz *.zip *.gpkg *.geojson *.json *.kml *.kmz *.csv *.xlsx *.ods *.gpx *.dxf *.fgb)</translation>
        </message>
        <message>
            <source>Open a ledger</source>
            <translation>打开台账</translation>
        </message>
        <message>
            <source>Ledgers (*.gpkg)</source>
            <translation>台账 (*.gpkg)</translation>
        </message>
        <message>
            <source>Import plans</source>
            <translation>导入整改方案</translation>
        </message>
        <message>
            <source>Plans (*.txt *.md *.docx *.pdf)</source>
            <translation>整改方案 (*.txt *.md *.docx *.pdf)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Save the new ledger as</source>
            <translation>新台账保存为</translation>
        </message>
        <message>
            <source>Save the ledger as</source>
            <translation>台账另存为</translation>
        </message>
    </context>
    <context>
        <name>HeaderCell</name>
        <message>
            <source>%1, sorted ascending</source>
            <translation>%1，升序</translation>
        </message>
        <message>
            <source>%1, sorted descending</source>
            <translation>%1，降序</translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Zhengtu %1</source>
            <translation>整图 %1</translation>
        </message>
        <message>
            <source>From rectification plans to tasks on a map. Everything stays on this machine.</source>
            <translation>把整改方案变成地图上的任务。所有数据都留在本机。</translation>
        </message>
        <message>
            <source>Open a ledger</source>
            <translation>打开台账</translation>
        </message>
        <message>
            <source>Import plans</source>
            <translation>导入整改方案</translation>
        </message>
        <message>
            <source>Export tasks</source>
            <translation>导出任务</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Layers, table, dossier, map</source>
            <translation>图层、台账、档案、地图</translation>
        </message>
        <message>
            <source>Zoom the map</source>
            <translation>缩放地图</translation>
        </message>
        <message>
            <source>Move the map, or the row of the table</source>
            <translation>移动地图，或在台账中换行</translation>
        </message>
        <message>
            <source>Show all tasks</source>
            <translation>显示全部任务</translation>
        </message>
        <message>
            <source>Hold it and drag: find the tasks in a box</source>
            <translation>按住并拖动：框选查询任务</translation>
        </message>
        <message>
            <source>Give up, close, select nothing</source>
            <translation>放弃、关闭、取消选择</translation>
        </message>
        <message>
            <source>Undo or redo a correction</source>
            <translation>撤销或重做一次订正</translation>
        </message>
        <message>
            <source>Ask, cut layers, find hotspots, findings</source>
            <translation>查询、叠加、热点、核查</translation>
        </message>
        <message>
            <source>The last result as a list</source>
            <translation>上次结果列表</translation>
        </message>
        <message>
            <source>Export the map</source>
            <translation>导出地图</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>量算</translation>
        </message>
        <message>
            <source>Rename, remove, move, list a layer (in the layers)</source>
            <translation>重命名、移除、移动、列出图层（在图层栏中）</translation>
        </message>
    </context>
    <context>
        <name>HitsPopup</name>
        <message>
            <source>%1 things here</source>
            <translation>此处有 %1 项</translation>
        </message>
        <message>
            <source>What is here</source>
            <translation>此处的内容</translation>
        </message>
        <message>
            <source>Zoom in here</source>
            <translation>放大此处</translation>
        </message>
    </context>
    <context>
        <name>HotspotDialog</name>
        <message>
            <source>Find hotspots</source>
            <translation>分析整改热点</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>开始分析</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <source>Only tasks with</source>
            <translation>只含这些任务</translation>
        </message>
        <message>
            <source>Looking at what the data propose…</source>
            <translation>正在由数据推荐参数…</translation>
        </message>
    </context>
    <context>
        <name>LayerPanel</name>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>Add layers of your own: mines, reserves, stations; tasks are placed by them</source>
            <translation>添加自有图层（矿山、保护区、站点等），任务据此定位</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>图层</translation>
        </message>
        <message>
            <source>Hotspots…</source>
            <translation>热点…</translation>
        </message>
        <message>
            <source>Find where sites lie close together, as a layer</source>
            <translation>找出点位密集处，生成图层</translation>
        </message>
    </context>
    <context>
        <name>LayerRow</name>
        <message>
            <source>schematic</source>
            <translation>示意</translation>
        </message>
        <message>
            <source>Zoom, table, rename, move, remove</source>
            <translation>缩放、属性表、重命名、移动、移除</translation>
        </message>
    </context>
    <context>
        <name>Layers</name>
        <message>
            <source>Tasks</source>
            <translation>整改任务</translation>
        </message>
        <message>
            <source>Hotspots and results</source>
            <translation>热点与查询结果</translation>
        </message>
        <message>
            <source>Protected zones</source>
            <translation>保护区域</translation>
        </message>
        <message>
            <source>Water</source>
            <translation>水系</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地点设施</translation>
        </message>
        <message>
            <source>Administrative base</source>
            <translation>行政区划</translation>
        </message>
        <message>
            <source>Own layers</source>
            <translation>自有图层</translation>
        </message>
        <message>
            <source>Known to the township or less exactly</source>
            <translation>位置仅精确到乡镇或更粗</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>分区</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>所属</translation>
        </message>
        <message>
            <source>City</source>
            <translation>市</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县（市、区）</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Features: %1</source>
            <translation>要素：%1</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Layer %1, %2 features</source>
            <translation>图层 %1，%2 个要素</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Schematic: shows that something is there, not its exact shape.</source>
            <translation>示意：只表明此处有该对象，不代表其确切形状。</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可</translation>
        </message>
        <message>
            <source>How its file was read</source>
            <translation>文件读取说明</translation>
        </message>
    </context>
    <context>
        <name>LedgerPanel</name>
        <message>
            <source>Ledger</source>
            <translation>任务台账</translation>
        </message>
        <message>
            <source>%1 of %2 tasks</source>
            <translation>%1 / %2 项任务</translation>
        </message>
        <message>
            <source>All %1</source>
            <translation>全部 %1</translation>
        </message>
        <message>
            <source>Located %1</source>
            <translation>已定位 %1</translation>
        </message>
        <message>
            <source>Not located %1</source>
            <translation>未定位 %1</translation>
        </message>
        <message>
            <source>Tasks that are not on the map, with the reason</source>
            <translation>未上图的任务及原因</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Show the table</source>
            <translation>展开台账</translation>
        </message>
        <message>
            <source>Hide the table</source>
            <translation>收起台账</translation>
        </message>
        <message>
            <source>No tasks yet: drop a plan on the window.</source>
            <translation>尚无任务：请将整改方案拖到窗口中。</translation>
        </message>
        <message>
            <source>No task meets all filters.</source>
            <translation>没有任务满足全部筛选条件。</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Zhengtu</source>
            <translation>整图</translation>
        </message>
    </context>
    <context>
        <name>MapFurniture</name>
        <message>
            <source>Zoom in (+)</source>
            <translation>放大 (+)</translation>
        </message>
        <message>
            <source>Zoom out (-)</source>
            <translation>缩小 (-)</translation>
        </message>
        <message>
            <source>Show all tasks (Home)</source>
            <translation>显示全部任务 (Home)</translation>
        </message>
        <message>
            <source>Draw an area and find the tasks in it (Shift-drag draws a box)</source>
            <translation>绘制区域并查询其中的任务（按住 Shift 拖动可框选）</translation>
        </message>
        <message>
            <source>Click the corners; Enter or a double click ends, Backspace takes one back, Esc gives up</source>
            <translation>依次点击各角点；回车或双击结束，退格撤销一点，Esc 放弃</translation>
        </message>
        <message>
            <source>Drop a rectification plan here</source>
            <translation>将整改方案拖到这里</translation>
        </message>
        <message>
            <source>A plan is read into tasks and put on the map (.txt, .docx, .pdf).
A ledger (.gpkg) is opened with Ctrl+O or dropped likewise.</source>
            <translation>方案（.txt、.docx、.pdf）会被读成任务并上图。
台账（.gpkg）可用 Ctrl+O 打开，也可直接拖入。</translation>
        </message>
        <message>
            <source>Why there is no map</source>
            <translation>没有地图的原因</translation>
        </message>
        <message>
            <source>Measure lengths and areas (Ctrl+M)</source>
            <translation>量算长度和面积（Ctrl+M）</translation>
        </message>
    </context>
    <context>
        <name>MapPane</name>
        <message>
            <source>Map, %1 tasks located</source>
            <translation>地图，%1 项任务已定位</translation>
        </message>
        <message>
            <source>The map plugin of QtLocation is missing.</source>
            <translation>缺少 QtLocation 地图插件。</translation>
        </message>
        <message>
            <source>Install the package qt6-location-plugins and start again.</source>
            <translation>请安装软件包 qt6-location-plugins 后重新启动。</translation>
        </message>
    </context>
    <context>
        <name>MenuLine</name>
        <message>
            <source>Findings…</source>
            <translation>核查结果…</translation>
        </message>
        <message>
            <source>Ask where tasks are…</source>
            <translation>查询任务位置…</translation>
        </message>
        <message>
            <source>Add layers…</source>
            <translation>添加图层…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>Open ledger…</source>
            <translation>打开台账…</translation>
        </message>
        <message>
            <source>Import plans…</source>
            <translation>导入整改方案…</translation>
        </message>
        <message>
            <source>Save ledger as…</source>
            <translation>台账另存为…</translation>
        </message>
        <message>
            <source>Export tasks…</source>
            <translation>导出任务…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>&amp;Map</source>
            <translation>地图(&amp;M)</translation>
        </message>
        <message>
            <source>Show all tasks</source>
            <translation>显示全部任务</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Draw an area…</source>
            <translation>绘制区域查询…</translation>
        </message>
        <message>
            <source>Find hotspots…</source>
            <translation>分析整改热点…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>图层</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>任务台账</translation>
        </message>
        <message>
            <source>Dossier</source>
            <translation>任务档案</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>Keys and about</source>
            <translation>快捷键与关于</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Cut layers with layers…</source>
            <translation>图层叠加…</translation>
        </message>
        <message>
            <source>Last result</source>
            <translation>上次结果</translation>
        </message>
        <message>
            <source>Measure…</source>
            <translation>量算…</translation>
        </message>
        <message>
            <source>Export the map…</source>
            <translation>导出地图…</translation>
        </message>
    </context>
    <context>
        <name>MessagePanel</name>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>QueryBar</name>
        <message>
            <source>Export result…</source>
            <translation>导出结果…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the query and show all tasks again (Esc)</source>
            <translation>结束查询，恢复显示全部任务 (Esc)</translation>
        </message>
        <message>
            <source>%1 maybe</source>
            <translation>可能 %1 项</translation>
        </message>
        <message>
            <source>%1 yes</source>
            <translation>是 %1 项</translation>
        </message>
        <message>
            <source>Only those of which it certainly holds</source>
            <translation>只看确定的</translation>
        </message>
        <message>
            <source>Only those of which it may hold: they are not known exactly enough</source>
            <translation>只看可能的：位置精度不足以确定</translation>
        </message>
        <message>
            <source>%1 not</source>
            <translation>否 %1 项</translation>
        </message>
        <message>
            <source>List and counts</source>
            <translation>列表与计数</translation>
        </message>
        <message>
            <source>Each site with its position, share, distance and chance; counts by county, unit and category</source>
            <translation>逐点列出位置关系、占比、距离与概率；按县区、单位、类别计数</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>a shape is drawn from a description</source>
            <translation>有图形为依描述绘制的示意</translation>
        </message>
        <message>
            <source>%1 % of it lies in these zones</source>
            <translation>其 %1% 在这些分区内</translation>
        </message>
        <message>
            <source>known to lie in %1 and no nearer</source>
            <translation>只知位于%1内，无更精确位置</translation>
        </message>
        <message>
            <source>%1 % of it is %2</source>
            <translation>其中 %1% 属 %2</translation>
        </message>
        <message>
            <source>in none of those that the layers have</source>
            <translation>不在图层所有的任何一处内</translation>
        </message>
        <message>
            <source>lies outside the counties of the plan's issuer</source>
            <translation>位于制定方案的县区之外</translation>
        </message>
        <message>
            <source>%1 of %2 known</source>
            <translation>已知 %1 个，要求 %2 个</translation>
        </message>
        <message>
            <source>%1 more may be there</source>
            <translation>另有 %1 个可能在其内</translation>
        </message>
        <message>
            <source>the layers may not have every one</source>
            <translation>图层未必齐全</translation>
        </message>
        <message>
            <source>no layer has any %1 in %2 of the counties</source>
            <translation>有 %2 个县区在图层中没有%1</translation>
        </message>
        <message>
            <source>no layer has any %1 in %2</source>
            <translation>图层中%2没有%1</translation>
        </message>
        <message>
            <source>the same place in the layers, but %1 and %2 are other stretches of it</source>
            <translation>图层中为同一处，但%1与%2是其不同河段</translation>
        </message>
        <message>
            <source>%1 are excepted by the text</source>
            <translation>原文规定除外的有%1个</translation>
        </message>
        <message>
            <source>a layer with it (layers add) would decide</source>
            <translation>添加含有它的图层即可判定</translation>
        </message>
        <message>
            <source>a layer with the surveyed outline (layers add) would decide</source>
            <translation>添加含实测边界的图层即可判定</translation>
        </message>
        <message>
            <source>a position of its own (correct) would decide</source>
            <translation>给出其确切位置即可判定</translation>
        </message>
        <message>
            <source>no layer has any %1</source>
            <translation>图层中没有%1</translation>
        </message>
        <message>
            <source>no layer has %1 itself: only its %2 is known</source>
            <translation>图层中没有%1，只知其所在（%2）</translation>
        </message>
        <message>
            <source>no layer has %1</source>
            <translation>图层中没有%1</translation>
        </message>
        <message>
            <source>%1 is drawn from a description, to ±%2 m</source>
            <translation>%1为依描述绘制的示意（±%2 m）</translation>
        </message>
        <message>
            <source>%1 is a whole %2</source>
            <translation>%1是整个区域（%2）</translation>
        </message>
        <message>
            <source>all %1 at hand are drawn from descriptions</source>
            <translation>现有的%1均为依描述绘制的示意</translation>
        </message>
        <message>
            <source>the layers may not have every %1 (one that was added with --replace is taken for the whole)</source>
            <translation>图层中的%1未必齐全（以“替换”方式加入的图层视为齐全）</translation>
        </message>
        <message>
            <source>the sentence does not name both places</source>
            <translation>句中没有写明两端地点</translation>
        </message>
        <message>
            <source>%1: %2 apart</source>
            <translation>%1：相距 %2</translation>
        </message>
        <message>
            <source>%1 m apart</source>
            <translation>相距 %1 m</translation>
        </message>
        <message>
            <source>known to ±%1 m</source>
            <translation>精度 ±%1 m</translation>
        </message>
        <message>
            <source>within what is lost in measuring</source>
            <translation>差别在量测误差之内</translation>
        </message>
        <message>
            <source>the map has %1 counties too</source>
            <translation>地图上也是 %1 个县区</translation>
        </message>
        <message>
            <source>the map has %1 counties there</source>
            <translation>地图上该处有 %1 个县区</translation>
        </message>
        <message>
            <source>the map has %1 counties, not %2</source>
            <translation>地图上有 %1 个县区，不是 %2 个</translation>
        </message>
        <message>
            <source>the counties of the issuer are not known</source>
            <translation>制定方案的县区不明</translation>
        </message>
        <message>
            <source>which counties are meant is not said</source>
            <translation>没有写明是哪些县区</translation>
        </message>
        <message>
            <source>%1 certainly, %2 more may</source>
            <translation>确定的 %1 个，另有 %2 个可能</translation>
        </message>
        <message>
            <source>as drawn there are %1</source>
            <translation>按现有图形为 %1 个</translation>
        </message>
        <message>
            <source>what lies in %1 falls under another rule</source>
            <translation>其位于 %1 的部分适用另一条规则</translation>
        </message>
        <message>
            <source>counted within %1 m</source>
            <translation>按 %1 m 以内统计</translation>
        </message>
        <message>
            <source>no layer holds the areas that it speaks of</source>
            <translation>没有图层含其所述的地块</translation>
        </message>
        <message>
            <source>no layer holds what is counted</source>
            <translation>没有图层含所计数的对象</translation>
        </message>
        <message>
            <source>no layer holds %1</source>
            <translation>没有图层含%1</translation>
        </message>
        <message>
            <source>the layers have %1 certainly and %2 that may be there</source>
            <translation>图层中确定的 %1 个，可能的 %2 个</translation>
        </message>
        <message>
            <source>whether they are %1 no layer says</source>
            <translation>图层没有说明是否%1</translation>
        </message>
        <message>
            <source>the area is drawn from a description</source>
            <translation>该区域为依描述绘制的示意</translation>
        </message>
        <message>
            <source>where they are counted is not on the map</source>
            <translation>计数的区域不在地图上</translation>
        </message>
        <message>
            <source>the plan's own numbers give it</source>
            <translation>方案自身的数字与之相符</translation>
        </message>
        <message>
            <source>the plan's own numbers give %1</source>
            <translation>方案自身的数字得 %1</translation>
        </message>
        <message>
            <source>its own numbers give it</source>
            <translation>自身的数字与之相符</translation>
        </message>
        <message>
            <source>its own numbers give %1</source>
            <translation>自身的数字得 %1</translation>
        </message>
        <message>
            <source>the counties of the map measure %1 km2</source>
            <translation>地图上各县区共 %1 km²</translation>
        </message>
        <message>
            <source>%1 % of that are %2 km2</source>
            <translation>其 %1% 为 %2 km²</translation>
        </message>
        <message>
            <source>the area itself is on no layer</source>
            <translation>该地块本身不在图层中</translation>
        </message>
        <message>
            <source>the layer may hold others than those that are meant</source>
            <translation>图层可能含所指以外的地块</translation>
        </message>
        <message>
            <source>the same place in the layers, of which the plans mean the parts in %1 and %2</source>
            <translation>图层中同一地点，两份方案分别指其在%1和%2的部分</translation>
        </message>
        <message>
            <source>the same place in the layers</source>
            <translation>图层中同一地点</translation>
        </message>
        <message>
            <source>the same name in %1</source>
            <translation>在%1同名</translation>
        </message>
        <message>
            <source>the same whole name in plans of one city</source>
            <translation>同一市的方案中全称相同</translation>
        </message>
        <message>
            <source>the same short name in plans of one city</source>
            <translation>同一市的方案中简称相同，县区不明</translation>
        </message>
        <message>
            <source>%1 and %2 have the same characters in another order: one may be a slip</source>
            <translation>%1与%2用字相同而次序不同，其一可能有误</translation>
        </message>
        <message>
            <source>counted county by county: </source>
            <translation>逐县计数：</translation>
        </message>
        <message>
            <source>reaches %1 into the zone as drawn</source>
            <translation>按图上边界伸入区内 %1</translation>
        </message>
        <message>
            <source>meets the edge of the zone as drawn</source>
            <translation>按图上边界与区界相接</translation>
        </message>
        <message>
            <source>touches the edge of the zone as drawn</source>
            <translation>按图上边界与区界相切</translation>
        </message>
        <message>
            <source>which touches the zone</source>
            <translation>其与该区相邻</translation>
        </message>
        <message>
            <source>%1 sites may be nearer</source>
            <translation>%1 个点位可能更近</translation>
        </message>
        <message>
            <source>%1 site may be nearer</source>
            <translation>%1 个点位可能更近</translation>
        </message>
        <message>
            <source>The coordinates look like %1. Say that the CRS is %2, and that the axes are swapped.</source>
            <translation>坐标看起来是%1。请指定坐标系为 %2，并勾选经纬度（XY）互换。</translation>
        </message>
        <message>
            <source>The coordinates look like %1. Say that the CRS is %2.</source>
            <translation>坐标看起来是%1。请指定坐标系为 %2。</translation>
        </message>
        <message>
            <source>Say that the CRS is %1, and that the axes are swapped.</source>
            <translation>请指定坐标系为 %1，并勾选经纬度（XY）互换。</translation>
        </message>
        <message>
            <source>Say that the CRS is %1.</source>
            <translation>请指定坐标系为 %1。</translation>
        </message>
        <message>
            <source>its CRS promises %1, but the coordinates look like %2</source>
            <translation>坐标系应为%1，但坐标看起来是%2</translation>
        </message>
        <message>
            <source>degrees with the latitude first</source>
            <translation>纬度在前的度数</translation>
        </message>
        <message>
            <source>degrees of longitude and latitude</source>
            <translation>经纬度（度）</translation>
        </message>
        <message>
            <source>degrees, longitude first</source>
            <translation>经度在前的度数</translation>
        </message>
        <message>
            <source>metres of Web Mercator, northing first</source>
            <translation>北坐标在前的 Web 墨卡托（米）</translation>
        </message>
        <message>
            <source>metres of Web Mercator</source>
            <translation>Web 墨卡托（米）</translation>
        </message>
        <message>
            <source>metres of Gauss-Krueger, northing first</source>
            <translation>北坐标在前的高斯-克吕格（米）</translation>
        </message>
        <message>
            <source>metres of Gauss-Krueger without a zone number</source>
            <translation>不带带号的高斯-克吕格（米）</translation>
        </message>
        <message>
            <source>metres of Gauss-Krueger zone %1, northing first</source>
            <translation>北坐标在前的高斯-克吕格 %1 带（米）</translation>
        </message>
        <message>
            <source>metres of Gauss-Krueger zone %1</source>
            <translation>高斯-克吕格 %1 带（米）</translation>
        </message>
        <message>
            <source>metres</source>
            <translation>米</translation>
        </message>
        <message>
            <source>eastings first</source>
            <translation>东坐标在前</translation>
        </message>
        <message>
            <source>eastings without a zone number</source>
            <translation>不带带号的东坐标</translation>
        </message>
        <message>
            <source>eastings that begin with zone number %1</source>
            <translation>以带号 %1 开头的东坐标</translation>
        </message>
        <message>
            <source>EPSG:%1 if it is CGCS2000 (other datums lie up to 150 m off)</source>
            <translation>EPSG:%1（若为 CGCS2000；其他基准可差 150 米）</translation>
        </message>
        <message>
            <source>EPSG:4546 (CM 111E), EPSG:4547 (CM 114E) or EPSG:4508 (6 degrees, CM 111E), as its makers know</source>
            <translation>EPSG:4546（中央经线 111°）、EPSG:4547（中央经线 114°）或 EPSG:4508（6 度带，中央经线 111°），以制图单位所知为准</translation>
        </message>
        <message>
            <source>drawn by hand as a pin</source>
            <translation>人工落点</translation>
        </message>
        <message>
            <source>drawn by hand as a line</source>
            <translation>人工画线</translation>
        </message>
        <message>
            <source>drawn by hand as an area</source>
            <translation>人工画面</translation>
        </message>
        <message>
            <source>its county was set by hand</source>
            <translation>县（区）由人工指定</translation>
        </message>
        <message>
            <source>not a place</source>
            <translation>不是地名</translation>
        </message>
        <message>
            <source>chosen among its candidates: %1</source>
            <translation>从候选中选定：%1</translation>
        </message>
        <message>
            <source>as said</source>
            <translation>按用户指定</translation>
        </message>
        <message>
            <source>by the file</source>
            <translation>文件声明</translation>
        </message>
        <message>
            <source>it holds no coordinates</source>
            <translation>文件中没有坐标</translation>
        </message>
        <message>
            <source>by the format</source>
            <translation>由格式规定</translation>
        </message>
        <message>
            <source>all texts are UTF-8</source>
            <translation>全部文本为 UTF-8</translation>
        </message>
        <message>
            <source>the texts are not UTF-8</source>
            <translation>文本不是 UTF-8</translation>
        </message>
        <message>
            <source>neither .cpg nor .dbf says it</source>
            <translation>.cpg 与 .dbf 均未声明</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>依据 %1</translation>
        </message>
        <message>
            <source>a table of degrees</source>
            <translation>表内为经纬度</translation>
        </message>
        <message>
            <source>nothing says that they are shifted</source>
            <translation>无偏移迹象</translation>
        </message>
        <message>
            <source>the file does not say its coordinate reference system</source>
            <translation>文件未声明坐标系</translation>
        </message>
        <message>
            <source>Say it (for example EPSG:4490 or EPSG:4547), or add the .prj that belongs to it.</source>
            <translation>请指定坐标系，或补上配套的 .prj 文件。</translation>
        </message>
        <message>
            <source>the file gives no position</source>
            <translation>文件未给出坐标</translation>
        </message>
        <message>
            <source>its position is 0, 0: not filled in</source>
            <translation>坐标为 0, 0：未填写</translation>
        </message>
        <message>
            <source>neither a name nor a position</source>
            <translation>既无名称也无坐标</translation>
        </message>
        <message>
            <source>lies at %1, far from Shanxi</source>
            <translation>位于 %1，远离山西</translation>
        </message>
        <message>
            <source>is said to be in %1, but lies in %2</source>
            <translation>据称在 %1，但位于 %2</translation>
        </message>
        <message>
            <source>is said to be in %1, but lies elsewhere</source>
            <translation>据称在 %1，但位于他处</translation>
        </message>
        <message>
            <source>no field holds names: the features take part in maps and queries, but no task is placed by them</source>
            <translation>没有名称字段：图层参与制图和查询，但不用于任务定位</translation>
        </message>
        <message>
            <source>converted</source>
            <translation>已转换</translation>
        </message>
        <message>
            <source>known by name</source>
            <translation>按名称定位</translation>
        </message>
        <message>
            <source>only its county is known</source>
            <translation>只知其所在县区</translation>
        </message>
        <message>
            <source>it lies in one of several counties, and which is not said</source>
            <translation>位于若干县区之一，原文未说明</translation>
        </message>
        <message>
            <source>several places of %1 have this name</source>
            <translation>%1有多处同名</translation>
        </message>
        <message>
            <source>its county is not said and no layer has it</source>
            <translation>未说明所在县区，图层中也没有</translation>
        </message>
        <message>
            <source>near it: an assumed %1 around it</source>
            <translation>在其附近：假定为周围%1</translation>
        </message>
        <message>
            <source>both sides of it: an assumed %1 to either side</source>
            <translation>两侧：假定每侧%1</translation>
        </message>
        <message>
            <source>both sides of it are meant, but no layer has its course</source>
            <translation>指其两侧，但图层中没有其走向</translation>
        </message>
        <message>
            <source>within %1 of it</source>
            <translation>距其%1以内</translation>
        </message>
        <message>
            <source>%1 from it, an assumed %2 nearer or farther</source>
            <translation>距其%1，假定误差%2</translation>
        </message>
        <message>
            <source>%1 from it, from its edge on</source>
            <translation>距其%1，自其边界起算</translation>
        </message>
        <message>
            <source>%1 from it, an assumed end at twice that</source>
            <translation>距其%1，假定外缘为其两倍</translation>
        </message>
        <message>
            <source>%1 from it is meant, but no layer has it</source>
            <translation>指距其%1处，但图层中没有该地</translation>
        </message>
        <message>
            <source>%1 from that zone is meant, but the zones are not told apart: the whole and what is as near to it</source>
            <translation>指距该功能区%1处，但未能区分各功能区：取整个保护区及其同等距离以内</translation>
        </message>
        <message>
            <source>%1 of it, the direction to an eighth of the circle</source>
            <translation>在其%1，方向按八方位计</translation>
        </message>
        <message>
            <source>%1 of it: an assumed %2 at most</source>
            <translation>在其%1：假定不超过%2</translation>
        </message>
        <message>
            <source>in the %1 of the town, whose extent no layer has</source>
            <translation>在城区%1部，图层中没有建成区范围</translation>
        </message>
        <message>
            <source>its part in the %1</source>
            <translation>取其%1部</translation>
        </message>
        <message>
            <source>the stretch %1, cut at the points nearest to both, which are known to %2</source>
            <translation>取%1段，按距两端最近的点截取，两端误差%2</translation>
        </message>
        <message>
            <source>the stretch %1</source>
            <translation>取%1段</translation>
        </message>
        <message>
            <source>no layer has the line: an assumed strip between both</source>
            <translation>图层中没有该线，假定为两端之间的条带</translation>
        </message>
        <message>
            <source>the stretch %1 is meant, but no layer has %2</source>
            <translation>指%1段，但图层中没有%2</translation>
        </message>
        <message>
            <source>its stretch in %1</source>
            <translation>取其在%1内的一段</translation>
        </message>
        <message>
            <source>its stretch at %1: an assumed %2 around it</source>
            <translation>取其在%1的一段：假定为周围%2</translation>
        </message>
        <message>
            <source>its stretch at %1</source>
            <translation>取其在%1的一段</translation>
        </message>
        <message>
            <source>no layer has the line: %1 stands for it</source>
            <translation>图层中没有该线，以%1代之</translation>
        </message>
        <message>
            <source>its upper course: an assumed third of its length</source>
            <translation>取其上游：假定为全长的三分之一</translation>
        </message>
        <message>
            <source>its middle course: an assumed third of its length</source>
            <translation>取其中游：假定为全长的三分之一</translation>
        </message>
        <message>
            <source>its lower course: an assumed third of its length</source>
            <translation>取其下游：假定为全长的三分之一</translation>
        </message>
        <message>
            <source>where it leaves %1</source>
            <translation>在其流出%1处</translation>
        </message>
        <message>
            <source>where it comes into %1</source>
            <translation>在其流入%1处</translation>
        </message>
        <message>
            <source>its haul road: an assumed %1 around it</source>
            <translation>其运输道路：假定为周围%1</translation>
        </message>
        <message>
            <source>its haul road is meant</source>
            <translation>指其运输道路</translation>
        </message>
        <message>
            <source>it stands where the plant stands</source>
            <translation>以厂址代之</translation>
        </message>
        <message>
            <source>the common border of %1 and %2</source>
            <translation>%1与%2的共同边界</translation>
        </message>
        <message>
            <source>an assumed %1 to either side</source>
            <translation>假定每侧%1</translation>
        </message>
        <message>
            <source>where %1 runs there</source>
            <translation>取%1在该处的一段</translation>
        </message>
        <message>
            <source>on %1 next to %2</source>
            <translation>在%1上邻近%2处</translation>
        </message>
        <message>
            <source>somewhere on the reach of %1 in %2</source>
            <translation>在%1流经%2的某处</translation>
        </message>
        <message>
            <source>the text speaks of all of the issuing region</source>
            <translation>文中所指为发文地区全域</translation>
        </message>
        <message>
            <source>no law gives the fringe of towns (城乡结合部) a boundary: all of it stands for it</source>
            <translation>城乡结合部没有法定边界：以全域代之</translation>
        </message>
        <message>
            <source>its reach in the town is not told apart: no layer has the built-up area</source>
            <translation>未能区分其城区段：图层中没有建成区范围</translation>
        </message>
        <message>
            <source>named after a township of its county: the seat of %1</source>
            <translation>名称取自本县区的乡镇：取%1驻地</translation>
        </message>
        <message>
            <source>the only village of this name in its county, in the register under %1: the seat of %2</source>
            <translation>本县区唯一同名村，登记于%1：取%2驻地</translation>
        </message>
        <message>
            <source>also named %1</source>
            <translation>又称%1</translation>
        </message>
        <message>
            <source>it is only known to be near there</source>
            <translation>只知在其附近</translation>
        </message>
        <message>
            <source>it is only known to be along a line</source>
            <translation>只知在沿线</translation>
        </message>
        <message>
            <source>only its distance from there is known</source>
            <translation>只知距其远近</translation>
        </message>
        <message>
            <source>only its side of an area is known</source>
            <translation>只知在区域的哪一侧</translation>
        </message>
        <message>
            <source>it is only known to be along a border</source>
            <translation>只知在边界沿线</translation>
        </message>
        <message>
            <source>it is only known to be near there, %1 % of which lies in the zone</source>
            <translation>只知在其附近，其中%1%在该区内</translation>
        </message>
        <message>
            <source>it is only known to be along a line, %1 % of which lies in the zone</source>
            <translation>只知在沿线，其中%1%在该区内</translation>
        </message>
        <message>
            <source>only its distance from there is known, %1 % of which lies in the zone</source>
            <translation>只知距其远近，其中%1%在该区内</translation>
        </message>
        <message>
            <source>only its side of an area is known, %1 % of which lies in the zone</source>
            <translation>只知在区域的哪一侧，其中%1%在该区内</translation>
        </message>
        <message>
            <source>it is only known to be along a border, %1 % of which lies in the zone</source>
            <translation>只知在边界沿线，其中%1%在该区内</translation>
        </message>
        <message>
            <source>its reach within %1</source>
            <translation>取其在%1境内的河段</translation>
        </message>
        <message>
            <source>its part within %1</source>
            <translation>其在%1境内的部分</translation>
        </message>
        <message>
            <source>its name says %1</source>
            <translation>名称中写明%1</translation>
        </message>
        <message>
            <source>its committee is a unit of %1's plan</source>
            <translation>其管委会是%1方案的责任单位</translation>
        </message>
        <message>
            <source>%1 itself is not located</source>
            <translation>%1本身未能定位</translation>
        </message>
        <message>
            <source>the list of roads and the list of counties after it go in pairs</source>
            <translation>道路与其后的县依次对应</translation>
        </message>
        <message>
            <source>the only county whose units answer for all problems that name it</source>
            <translation>点名它的各问题中，责任单位共有的唯一县</translation>
        </message>
        <message>
            <source>the only county among the units that its sentence does not name otherwise</source>
            <translation>责任单位所在各县中，该句唯一未另行点名的县</translation>
        </message>
        <message>
            <source>in the register under %1: the seat of %2</source>
            <translation>名录中属%1，取%2驻地</translation>
        </message>
        <message>
            <source>named with %1: the seat of %2</source>
            <translation>与%1一并提及，取%2驻地</translation>
        </message>
        <message>
            <source>no place is named, and the units stand for no county</source>
            <translation>未提及地点，责任单位也不对应任何县区</translation>
        </message>
        <message>
            <source>no layer has the counties of the units</source>
            <translation>图层中没有责任单位所在县区</translation>
        </message>
        <message>
            <source>no place is named</source>
            <translation>未提及地点</translation>
        </message>
        <message>
            <source>it is a county</source>
            <translation>本身即县区</translation>
        </message>
        <message>
            <source>its name contains %1</source>
            <translation>名称含%1</translation>
        </message>
        <message>
            <source>%1 of %2 stands directly before it</source>
            <translation>紧接在%2的%1之后</translation>
        </message>
        <message>
            <source>%1 stands directly before it</source>
            <translation>紧接在%1之后</translation>
        </message>
        <message>
            <source>%1 stands directly after it</source>
            <translation>其后紧接%1</translation>
        </message>
        <message>
            <source>%1 is named in the brackets after it</source>
            <translation>其后括号内注明%1</translation>
        </message>
        <message>
            <source>in one list with %1 of %2</source>
            <translation>与%2的%1同列</translation>
        </message>
        <message>
            <source>the only %1 of %2 in the gazetteer</source>
            <translation>%2地名库中唯一的%1</translation>
        </message>
        <message>
            <source>in the yearly lists until %1</source>
            <translation>见于截至%1的年度区划名录</translation>
        </message>
        <message>
            <source>a township that was merged or renamed after %1</source>
            <translation>%1后撤并或更名的乡镇（街道）</translation>
        </message>
        <message>
            <source>a village that was merged or renamed after %1</source>
            <translation>%1后撤并或更名的村（社区）</translation>
        </message>
        <message>
            <source>most of its villages are in %1 now</source>
            <translation>其多数村现属%1</translation>
        </message>
        <message>
            <source>%1 is where the sentence puts it</source>
            <translation>句中说明位于%1</translation>
        </message>
        <message>
            <source>near a place of %1</source>
            <translation>邻近%1的地点</translation>
        </message>
        <message>
            <source>%1 is named before it in the same sentence</source>
            <translation>同一句中其前提到%1</translation>
        </message>
        <message>
            <source>%1 opens the list</source>
            <translation>列举以%1开头</translation>
        </message>
        <message>
            <source>part of the name of %1</source>
            <translation>是%1名称的一部分</translation>
        </message>
        <message>
            <source>opens with %1 of %2</source>
            <translation>以%2的%1开头</translation>
        </message>
        <message>
            <source>as where the problem names it with its county</source>
            <translation>与问题中注明县区之处一致</translation>
        </message>
        <message>
            <source>as where a measure of the problem names it</source>
            <translation>与同一问题的措施中所述一致</translation>
        </message>
        <message>
            <source>short for %1</source>
            <translation>%1的简称</translation>
        </message>
        <message>
            <source>named after %1, which the problem names too</source>
            <translation>以%1命名，问题中亦提到%1</translation>
        </message>
        <message>
            <source>the plan is that of %1</source>
            <translation>本方案属于%1</translation>
        </message>
        <message>
            <source>the only county among the responsible units</source>
            <translation>责任单位中唯一的县区</translation>
        </message>
        <message>
            <source>the only district of %1</source>
            <translation>%1唯一的市辖区</translation>
        </message>
        <message>
            <source>the counties of %1</source>
            <translation>%1各县区</translation>
        </message>
        <message>
            <source>all counties of %1</source>
            <translation>%1所辖全部县区</translation>
        </message>
        <message>
            <source>a unit of %1</source>
            <translation>属%1的单位</translation>
        </message>
        <message>
            <source>named in the unit</source>
            <translation>单位名称中写明</translation>
        </message>
        <message>
            <source>the county of a township among the units</source>
            <translation>责任单位中乡镇所在的县区</translation>
        </message>
        <message>
            <source>known to ±%1</source>
            <translation>位置误差 ±%1</translation>
        </message>
        <message>
            <source>zone drawn to ±%1</source>
            <translation>区域边界误差 ±%1</translation>
        </message>
        <message>
            <source>inside, %1 from the edge</source>
            <translation>在内，距边界 %1</translation>
        </message>
        <message>
            <source>on the edge of the zone</source>
            <translation>位于区域边界上</translation>
        </message>
        <message>
            <source>zone is %1 away</source>
            <translation>距区域 %1</translation>
        </message>
        <message>
            <source>only its township is known, %1 % of which lies in the zone</source>
            <translation>只知所在乡镇，其 %1 % 在区域内</translation>
        </message>
        <message>
            <source>only its county is known, %1 % of which lies in the zone</source>
            <translation>只知所在县区，其 %1 % 在区域内</translation>
        </message>
        <message>
            <source>only its city is known, %1 % of which lies in the zone</source>
            <translation>只知所在市，其 %1 % 在区域内</translation>
        </message>
        <message>
            <source>%1 % of it lies in the zone</source>
            <translation>其 %1 % 在区域内</translation>
        </message>
        <message>
            <source>only its township is known</source>
            <translation>只知所在乡镇</translation>
        </message>
        <message>
            <source>only its city is known</source>
            <translation>只知所在市</translation>
        </message>
        <message>
            <source>and the station lies in it</source>
            <translation>该站点在其中</translation>
        </message>
        <message>
            <source>and the section lies in it</source>
            <translation>该断面在其中</translation>
        </message>
        <message>
            <source>and the mine lies in it</source>
            <translation>该矿山在其中</translation>
        </message>
        <message>
            <source>and the river lies in it</source>
            <translation>该河流在其中</translation>
        </message>
        <message>
            <source>and the lake lies in it</source>
            <translation>该湖泊在其中</translation>
        </message>
        <message>
            <source>and the reservoir lies in it</source>
            <translation>该水库在其中</translation>
        </message>
        <message>
            <source>and the reserve lies in it</source>
            <translation>该保护区在其中</translation>
        </message>
        <message>
            <source>and the spring zone lies in it</source>
            <translation>该泉域在其中</translation>
        </message>
        <message>
            <source>and the feature lies in it</source>
            <translation>该要素在其中</translation>
        </message>
        <message>
            <source>and the station lies partly in it</source>
            <translation>该站点部分在其中</translation>
        </message>
        <message>
            <source>and the section lies partly in it</source>
            <translation>该断面部分在其中</translation>
        </message>
        <message>
            <source>and the mine lies partly in it</source>
            <translation>该矿山部分在其中</translation>
        </message>
        <message>
            <source>and the river lies partly in it</source>
            <translation>该河流部分在其中</translation>
        </message>
        <message>
            <source>and the lake lies partly in it</source>
            <translation>该湖泊部分在其中</translation>
        </message>
        <message>
            <source>and the reservoir lies partly in it</source>
            <translation>该水库部分在其中</translation>
        </message>
        <message>
            <source>and the reserve lies partly in it</source>
            <translation>该保护区部分在其中</translation>
        </message>
        <message>
            <source>and the spring zone lies partly in it</source>
            <translation>该泉域部分在其中</translation>
        </message>
        <message>
            <source>and the feature lies partly in it</source>
            <translation>该要素部分在其中</translation>
        </message>
        <message>
            <source>it is %1 away at its nearest</source>
            <translation>最近处相距 %1</translation>
        </message>
        <message>
            <source>%1 away</source>
            <translation>相距 %1</translation>
        </message>
        <message>
            <source>they meet as drawn</source>
            <translation>图上两者相交</translation>
        </message>
        <message>
            <source>county: </source>
            <translation>县区依据：</translation>
        </message>
        <message>
            <source>responsible units: </source>
            <translation>责任单位：</translation>
        </message>
        <message>
            <source>maybe in its core zone: </source>
            <translation>可能在其核心区：</translation>
        </message>
        <message>
            <source>maybe in its buffer zone: </source>
            <translation>可能在其缓冲区：</translation>
        </message>
        <message>
            <source>maybe in its key zone: </source>
            <translation>可能在其重点保护区：</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Another program is writing the ledger. Let it finish or close it, then try again.</source>
            <translation>另一程序正在写入台账。请等它完成或将其关闭，再试一次。</translation>
        </message>
        <message>
            <source>Check that the directory is there and that you may write in it.</source>
            <translation>请确认文件夹存在且可写入。</translation>
        </message>
        <message>
            <source>Check the disk and try again</source>
            <translation>请检查磁盘后重试</translation>
        </message>
        <message>
            <source>nothing was left behind.</source>
            <translation>没有留下任何文件。</translation>
        </message>
        <message>
            <source>Check the name and the right to read and write the file and its directory.</source>
            <translation>请检查文件名，以及对文件和所在文件夹的读写权限。</translation>
        </message>
        <message>
            <source>Check the name and the right to read it.</source>
            <translation>请检查文件名和读取权限。</translation>
        </message>
        <message>
            <source>Check the name and the right to write there.</source>
            <translation>请检查文件名和写入权限。</translation>
        </message>
        <message>
            <source>Check the space and the rights where it is written.</source>
            <translation>请检查写入位置的空间和权限。</translation>
        </message>
        <message>
            <source>Check the space left and the right to write there.</source>
            <translation>请检查剩余空间和写入权限。</translation>
        </message>
        <message>
            <source>Choose a distance within 500000 m.</source>
            <translation>请选择 500000 米以内的距离。</translation>
        </message>
        <message>
            <source>Choose another file, or a new name for a new ledger.</source>
            <translation>请另选文件，或为新台账另取名称。</translation>
        </message>
        <message>
            <source>Choose another name or allow it to be replaced.</source>
            <translation>请另取名称，或允许覆盖。</translation>
        </message>
        <message>
            <source>Choose another name or directory, or allow overwriting.</source>
            <translation>请另选名称或文件夹，或允许覆盖。</translation>
        </message>
        <message>
            <source>Export one plan or county at a time, or choose GeoPackage.</source>
            <translation>请按方案或县区分次导出，或改用 GeoPackage。</translation>
        </message>
        <message>
            <source>Get the original file again, or save it anew as UTF-8.</source>
            <translation>请重新获取原文件，或另存为 UTF-8。</translation>
        </message>
        <message>
            <source>Give a file that holds the text of a plan.</source>
            <translation>请提供含方案正文的文件。</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>请重新安装本程序。</translation>
        </message>
        <message>
            <source>Leave the CRS at 4490, or choose shapefile or GeoPackage.</source>
            <translation>请保留 4490 坐标系，或改用 Shapefile、GeoPackage。</translation>
        </message>
        <message>
            <source>Make it or choose another.</source>
            <translation>请新建文件夹或另选一个。</translation>
        </message>
        <message>
            <source>Make room on the disk and try again.</source>
            <translation>请腾出磁盘空间后重试。</translation>
        </message>
        <message>
            <source>Make room on the disk and try again</source>
            <translation>请腾出磁盘空间后重试</translation>
        </message>
        <message>
            <source>the ledger is as it was.</source>
            <translation>台账保持原样。</translation>
        </message>
        <message>
            <source>Open it in the program that made it and save it as plain text in UTF-8.</source>
            <translation>请用原来的程序打开，另存为 UTF-8 纯文本。</translation>
        </message>
        <message>
            <source>Open it with a newer version of the program.</source>
            <translation>请用更新版本的程序打开。</translation>
        </message>
        <message>
            <source>Save its text as .txt (for instance with pdftotext -layout) and read that.</source>
            <translation>请将其文字另存为 .txt（例如用 pdftotext -layout）后再导入。</translation>
        </message>
        <message>
            <source>Save the document as plain text (.txt, UTF-8) and read that.</source>
            <translation>请将文档另存为纯文本（.txt，UTF-8）后再导入。</translation>
        </message>
        <message>
            <source>Save the file as UTF-8.</source>
            <translation>请将文件另存为 UTF-8。</translation>
        </message>
        <message>
            <source>Set ZHENGTU_DATA to the directory that holds geodata/ and styles/, or install the program again.</source>
            <translation>请将 ZHENGTU_DATA 设为含 geodata/ 和 styles/ 的目录，或重新安装本程序。</translation>
        </message>
        <message>
            <source>The file is damaged or cut off</source>
            <translation>文件已损坏或不完整</translation>
        </message>
        <message>
            <source>get it again from where it was published.</source>
            <translation>请从发布处重新获取。</translation>
        </message>
        <message>
            <source>The file is not a ledger. Choose another file.</source>
            <translation>该文件不是台账，请另选文件。</translation>
        </message>
        <message>
            <source>The ledger is damaged. Restore it from a copy or import the plans again.</source>
            <translation>台账已损坏。请从备份恢复，或重新导入方案。</translation>
        </message>
        <message>
            <source>as asked</source>
            <translation>按指定</translation>
        </message>
        <message>
            <source>of finite reach, smooth at its edge</source>
            <translation>范围有限，边缘平滑</translation>
        </message>
        <message>
            <source>rule of thumb of Silverman: 0.9 of the spread of the positions by the fifth root of their number</source>
            <translation>西尔弗曼经验法则：点位离散度的 0.9 倍除以点数的五次方根</translation>
        </message>
        <message>
            <source>a twentieth of the radius, or what 16 million cells allow</source>
            <translation>半径的二十分之一，或以 1600 万格为限</translation>
        </message>
        <message>
            <source>where the sorted distances to the nearest others bend most</source>
            <translation>最近邻距离排序曲线的拐点</translation>
        </message>
        <message>
            <source>the width of a township: too few positions to choose from</source>
            <translation>取一个乡镇的宽度：点位过少，无从选择</translation>
        </message>
        <message>
            <source>four, as its authors advise for the plane</source>
            <translation>取 4，为算法作者对平面数据的建议</translation>
        </message>
        <message>
            <source>a place counts once for each problem that names it</source>
            <translation>同一问题提到的地点只计一次</translation>
        </message>
        <message>
            <source>a place counts for each task that names it</source>
            <translation>每项任务提到的地点各计一次</translation>
        </message>
        <message>
            <source>each counts 1</source>
            <translation>各计 1</translation>
        </message>
        <message>
            <source>weights by %1</source>
            <translation>按%1加权</translation>
        </message>
        <message>
            <source>sites known worse than that are no positions</source>
            <translation>精度低于此的点位不作为位置</translation>
        </message>
        <message>
            <source>%1 positions, not fewer than %2</source>
            <translation>有位置的点 %1 个，不少于 %2 个</translation>
        </message>
        <message>
            <source>%1 positions, fewer than %2</source>
            <translation>有位置的点 %1 个，少于 %2 个</translation>
        </message>
        <message>
            <source>twice the median radius of the sites: smaller cells would divide what is not known</source>
            <translation>点位精度半径中位数的两倍：更小的格会分割未知</translation>
        </message>
        <message>
            <source>hexagons of twice the area that a site has on the average</source>
            <translation>六边形面积为每点平均面积的两倍</translation>
        </message>
        <message>
            <source>counties with a border or corner in common, to 500 m</source>
            <translation>边界或角点相邻的县区（容差 500 m）</translation>
        </message>
        <message>
            <source>two rings of hexagons, 18 neighbours: eight or more make the statistic nearly normal</source>
            <translation>两圈六边形，18 个邻居：八个以上时统计量近于正态</translation>
        </message>
        <message>
            <source>within it a site has eight neighbours on the average</source>
            <translation>其内每点平均有八个邻居</translation>
        </message>
        <message>
            <source>the least chance that can be told is then 0.0002 on both sides</source>
            <translation>可辨的最小双侧概率为 0.0002</translation>
        </message>
        <message>
            <source>more would take minutes with so many places</source>
            <translation>地点众多，再多则需数分钟</translation>
        </message>
        <message>
            <source>of the places called hot or cold so many may be so by chance (Benjamini and Hochberg)</source>
            <translation>判为冷热点者中允许出于偶然的比例（Benjamini–Hochberg）</translation>
        </message>
        <message>
            <source>a large county does not become hot by its size</source>
            <translation>大县不因面积而成热点</translation>
        </message>
        <message>
            <source>only %1 counties: with fewer than %2 places little can be significant</source>
            <translation>仅 %1 个县区：少于 %2 处时难有显著结果</translation>
        </message>
        <message>
            <source>only %1 positions: fewer than %2 say little about where there are hotspots</source>
            <translation>仅 %1 个位置：少于 %2 个时难以说明热点所在</translation>
        </message>
        <message>
            <source>look at counties instead</source>
            <translation>请改看县区</translation>
        </message>
        <message>
            <source>%1 sites are known by county or city only and %2 as positions: what is seen here is the smaller part</source>
            <translation>%1 处仅知县市，%2 处有位置：此处所见为较小部分</translation>
        </message>
        <message>
            <source>%1 of %2 positions are known worse than the radius</source>
            <translation>%2 个位置中有 %1 个精度低于半径</translation>
        </message>
        <message>
            <source>once in each county that they name or that their units stand for</source>
            <translation>在其所述或责任单位所在的每个县区各计一次</translation>
        </message>
        <message>
            <source>area of the county as drawn, geodesic</source>
            <translation>县区图上面积（椭球面）</translation>
        </message>
        <message>
            <source>as given</source>
            <translation>按所给</translation>
        </message>
        <message>
            <source>exact for a Poisson count</source>
            <translation>泊松计数的精确区间</translation>
        </message>
        <message>
            <source>measures of one plan are not independent, so it is rather too narrow</source>
            <translation>同一方案的措施并不独立，故区间偏窄</translation>
        </message>
        <message>
            <source>global, drawn towards the rate of all counties</source>
            <translation>全局平滑，向全体县区的比率靠拢</translation>
        </message>
        <message>
            <source>Benjamini and Hochberg over all counties</source>
            <translation>对全体县区作 Benjamini–Hochberg 校正</translation>
        </message>
        <message>
            <source>located: known better than that</source>
            <translation>已定位：精度优于此</translation>
        </message>
        <message>
            <source>rates are of plain counts, weight is beside them</source>
            <translation>比率按计数，权重另列</translation>
        </message>
        <message>
            <source>n too small: %1 counties count fewer than %2</source>
            <translation>数量过小：%1 个县区计数少于 %2</translation>
        </message>
        <message>
            <source>compare intervals or smoothed rates, not rates</source>
            <translation>请比较区间或平滑比率，勿比较比率</translation>
        </message>
        <message>
            <source>no radius can be chosen: there are no two positions</source>
            <translation>无法选取半径：有位置的点不足两个</translation>
        </message>
        <message>
            <source>Say a radius, or import plans that name places.</source>
            <translation>请指定半径，或导入写明地点的方案。</translation>
        </message>
        <message>
            <source>no cell can be chosen: the positions span no area</source>
            <translation>无法选取格宽：各位置不成面</translation>
        </message>
        <message>
            <source>Say a cell, or look at counties.</source>
            <translation>请指定格宽，或改看县区。</translation>
        </message>
        <message>
            <source>no band can be chosen: there are not nine positions</source>
            <translation>无法选取邻域：位置不足九个</translation>
        </message>
        <message>
            <source>Say a band, or look at counties.</source>
            <translation>请指定邻域，或改看县区。</translation>
        </message>
        <message>
            <source>Gi* is not defined: all %1 places have the same value</source>
            <translation>Gi* 无定义：%1 处数值全同</translation>
        </message>
        <message>
            <source>Compare more or other places.</source>
            <translation>请比较更多或其他地点。</translation>
        </message>
        <message>
            <source>tributaries that no layer draws, so without a strip: %1</source>
            <translation>图层中没有、因而无岸线带的支流：%1</translation>
        </message>
        <message>
            <source>measured from the centre line where no water area is known (%1): half the river's width is missing from these strips</source>
            <translation>水域未知处（%1）由中心线量起：岸线带缺半个河宽</translation>
        </message>
        <message>
            <source>%1: %2 of %3 features are schematic, drawn from a description (known to ±%4 m at worst): check against the official boundary before acting on an area</source>
            <translation>%1：%3 个要素中有 %2 个为依描述绘制的示意（最差 ±%4 m）：采用面积前请核对官方边界</translation>
        </message>
        <message>
            <source>%1: known to ±%2 m at worst</source>
            <translation>%1：最差精度 ±%2 m</translation>
        </message>
        <message>
            <source>%1: the accuracy of %2 of %3 features is not known</source>
            <translation>%1：%3 个要素中有 %2 个精度不明</translation>
        </message>
        <message>
            <source>%1 pairs only touch: they share a boundary and no area</source>
            <translation>%1 对仅相邻：共有边界而无面积</translation>
        </message>
        <message>
            <source>of %1 features %2 are as they were, %3 are gone</source>
            <translation>%1 个要素中 %2 个不变，%3 个全部扣除</translation>
        </message>
        <message>
            <source>nothing is left of %1</source>
            <translation>%1已全部扣除</translation>
        </message>
        <message>
            <source>the ring is clipped to %1 for display: the rule holds beyond it as well</source>
            <translation>环带为显示裁剪至%1：规定在其外同样适用</translation>
        </message>
        <message>
            <source>%1 must be said</source>
            <translation>请填写%1</translation>
        </message>
        <message>
            <source>the first side</source>
            <translation>甲方图层</translation>
        </message>
        <message>
            <source>the second side</source>
            <translation>乙方图层</translation>
        </message>
        <message>
            <source>which mines</source>
            <translation>矿山</translation>
        </message>
        <message>
            <source>what is taken off</source>
            <translation>扣除的区域</translation>
        </message>
        <message>
            <source>the middle of the ring</source>
            <translation>环带的中心</translation>
        </message>
        <message>
            <source>the distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>the rivers</source>
            <translation>河流</translation>
        </message>
        <message>
            <source>the width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>the grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>a distance must be said</source>
            <translation>请填写距离</translation>
        </message>
        <message>
            <source>a distance must be zero or more metres</source>
            <translation>距离须为零或以上的米数</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no distance</source>
            <translation>“%1”不是距离</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no number of sites</source>
            <translation>“%1”不是点位个数</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no number from %2 on</source>
            <translation>“%1”不是 %2 以上的整数</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no rate above 0, up to 0.5</source>
            <translation>“%1”不是 0 至 0.5 之间的比率</translation>
        </message>
        <message>
            <source>Example: spring_zone:晋祠:key, mine, river:汾河.</source>
            <translation>例：spring_zone:晋祠:key、mine、river:汾河。</translation>
        </message>
        <message>
            <source>Write a distance as 500m or 2km.</source>
            <translation>请写成 500m 或 2km。</translation>
        </message>
        <message>
            <source>Write a number as 5.</source>
            <translation>请写数字，如 5。</translation>
        </message>
        <message>
            <source>Choose another id.</source>
            <translation>请换一个名称。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is the id of another layer (%2)</source>
            <translation>“%1”是另一图层（%2）的名称</translation>
        </message>
        <message>
            <source>%1: no target is named</source>
            <translation>没有填写目标</translation>
        </message>
        <message>
            <source>%1: nearest needs a number of sites, one or more</source>
            <translation>“最近”须填点位个数</translation>
        </message>
        <message>
            <source>%1: a distance is measured from the target itself, without a buffer</source>
            <translation>距离从目标本身量起，不可另加外扩</translation>
        </message>
        <message>
            <source>a query can ask for the nearest once only</source>
            <translation>一次查询只能有一个“最近”</translation>
        </message>
        <message>
            <source>Save one result as a layer and ask in that.</source>
            <translation>请把其一的结果存为图层再查询。</translation>
        </message>
        <message>
            <source>Write &quot;within reserve:天龙山&quot;, &quot;near air_station 2km&quot; or &quot;nearest river 5&quot;.</source>
            <translation>如：在 reserve:天龙山 内，距 air_station 2km，距 river 最近的 5 处。</translation>
        </message>
        <message>
            <source>no %1 is called &quot;%2&quot;</source>
            <translation>没有名为“%2”的%1</translation>
        </message>
        <message>
            <source>feature</source>
            <translation>要素</translation>
        </message>
        <message>
            <source>no layer holds features of kind &quot;%1&quot;</source>
            <translation>没有图层含“%1”类要素</translation>
        </message>
        <message>
            <source>no kind and no feature of the layers is called &quot;%1&quot;</source>
            <translation>没有名为“%1”的类别或要素</translation>
        </message>
        <message>
            <source>there is no file %1</source>
            <translation>没有文件 %1</translation>
        </message>
        <message>
            <source>Write its whole path, or KIND:NAME, a kind, a name or a WKT.</source>
            <translation>请写完整路径，或“类别:名称”、类别、名称、WKT。</translation>
        </message>
        <message>
            <source>%1: %2 m is too far</source>
            <translation>%1：%2 米太远</translation>
        </message>
        <message>
            <source>Choose a distance within 500 km.</source>
            <translation>请选 500 公里以内的距离。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; may be %2</source>
            <translation>“%1”可能指 %2</translation>
        </message>
        <message>
            <source>Give the whole name.</source>
            <translation>请写全名。</translation>
        </message>
        <message>
            <source>Known: %1</source>
            <translation>已知：%1</translation>
        </message>
        <message>
            <source>Known kinds: %1</source>
            <translation>已知类别：%1</translation>
        </message>
        <message>
            <source>%1 has no zone &quot;%2&quot;</source>
            <translation>%1没有“%2”分区</translation>
        </message>
        <message>
            <source>Zones: core, buffer, experimental</source>
            <translation>分区：核心区、缓冲区、实验区</translation>
        </message>
        <message>
            <source>domain, key</source>
            <translation>泉域、重点保护区</translation>
        </message>
        <message>
            <source>%1 has no geometry in the layers at hand</source>
            <translation>%1在现有图层中没有图形</translation>
        </message>
        <message>
            <source>a union is made of polygons alone</source>
            <translation>合并只用于面</translation>
        </message>
        <message>
            <source>Grow lines and points first (overlay ring), or ask for the intersection.</source>
            <translation>请先将线、点外扩（环带），或改求相交。</translation>
        </message>
        <message>
            <source>%1 has neither lines nor areas to measure from</source>
            <translation>%1没有可量测的线或面</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no number above zero</source>
            <translation>“%1”不是大于零的数</translation>
        </message>
        <message>
            <source>a table and its field are said together</source>
            <translation>表格与其字段须同时填写</translation>
        </message>
        <message>
            <source>which field of %1 holds the numbers is not said</source>
            <translation>没有写明 %1 中哪个字段是数值</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no weight</source>
            <translation>“%1”不是权重</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is weighed twice</source>
            <translation>“%1”的权重写了两次</translation>
        </message>
        <message>
            <source>no state, kind or category of this ledger is called &quot;%1&quot;</source>
            <translation>此台账没有名为“%1”的状态、类型或类别</translation>
        </message>
        <message>
            <source>Write a name and a number, as mine=2.</source>
            <translation>请写名称和数字，如 矿山=2。</translation>
        </message>
        <message>
            <source>%1 is drawn from a description</source>
            <translation>%1 按文字描述绘制</translation>
        </message>
        <message>
            <source>of %1 mines it is not certain whether they lose anything: `answer` and `why` of each say so</source>
            <translation>有 %1 座矿是否受影响不能确定，各矿的“判定”和“原因”有说明</translation>
        </message>
        <message>
            <source>found near %1: %2</source>
            <translation>在%1附近：%2</translation>
        </message>
        <message>
            <source>the seat of %1 in %2: an assumed %3 around it</source>
            <translation>%1政府驻地（%2），按其周围 %3 计</translation>
        </message>
        <message>
            <source>that zone alone</source>
            <translation>仅指该分区</translation>
        </message>
        <message>
            <source>the town of %1 is said</source>
            <translation>指%1城区</translation>
        </message>
        <message>
            <source>between houses of it that the text gives by number is meant</source>
            <translation>所指为文中门牌号之间的一段</translation>
        </message>
        <message>
            <source>no layer has house numbers: all of it stands for it</source>
            <translation>图层无门牌号，以整条代表</translation>
        </message>
        <message>
            <source>it flows into %1 through %2</source>
            <translation>经%2汇入%1</translation>
        </message>
        <message>
            <source>it flows into %1</source>
            <translation>汇入%1</translation>
        </message>
        <message>
            <source>it flows through %1</source>
            <translation>流经%1</translation>
        </message>
        <message>
            <source>the band lies in it on its side of the border</source>
            <translation>带状范围在本县一侧</translation>
        </message>
        <message>
            <source>it names %1 counties that the map has</source>
            <translation>所列 %1 个县（市、区）图上均有</translation>
        </message>
        <message>
            <source>%1 lies %2 outside as drawn</source>
            <translation>%1按现有图形位于其外 %2</translation>
        </message>
        <message>
            <source>%1 lies in it as drawn</source>
            <translation>%1按现有图形位于其内</translation>
        </message>
        <message>
            <source>both speak of its %1</source>
            <translation>两处均涉及其%1</translation>
        </message>
        <message>
            <source>how far apart is not known, for one is known to its county alone</source>
            <translation>其中一处仅知所在县（市、区），相距不明</translation>
        </message>
        <message>
            <source>at most %1 km apart</source>
            <translation>相距不超过 %1 km</translation>
        </message>
        <message>
            <source>%1 m apart as drawn</source>
            <translation>按现有图形相距 %1 m</translation>
        </message>
        <message>
            <source>a power station named after a township that only %1 of %2 has</source>
            <translation>电厂以乡镇命名，%2仅%1有此乡镇</translation>
        </message>
        <message>
            <source>%1 from the water&apos;s edge</source>
            <translation>距水边 %1</translation>
        </message>
        <message>
            <source>%1 from the centre line: half the river&apos;s width, on no layer, is missing (up to %2 m)</source>
            <translation>距河道中心线 %1；图层无河宽，未计半个河宽（至多 %2 m）</translation>
        </message>
        <message>
            <source>the file names a coordinate reference system that is not known: %1</source>
            <translation>文件所写坐标系无法识别：%1</translation>
        </message>
        <message>
            <source>Say which one it is (for example EPSG:4490 or EPSG:4547), as its makers know.</source>
            <translation>请按数据制作方所知说明坐标系（如 EPSG:4490 或 EPSG:4547）。</translation>
        </message>
        <message>
            <source>a coordinate is not a number: %1</source>
            <translation>坐标不是数字：%1</translation>
        </message>
        <message>
            <source>Give numbers: longitude, then latitude, in degrees.</source>
            <translation>请填写数字：先经度，后纬度，以度为单位。</translation>
        </message>
        <message>
            <source>position %1 is outside longitude and latitude</source>
            <translation>位置 %1 超出经纬度范围</translation>
        </message>
        <message>
            <source>the WKT is empty: nothing lies in it or near it</source>
            <translation>WKT 为空：没有可在其内或附近的范围</translation>
        </message>
        <message>
            <source>Give it positions: %1</source>
            <translation>请写出坐标：%1</translation>
        </message>
        <message>
            <source>longitude %1, latitude %2 is no position</source>
            <translation>经度 %1、纬度 %2 不是有效位置</translation>
        </message>
        <message>
            <source>%1 has nothing to compute with: %2</source>
            <translation>%1没有可供计算的图形：%2</translation>
        </message>
        <message>
            <source>has no geometry</source>
            <translation>无图形</translation>
        </message>
        <message>
            <source>a line of zero length</source>
            <translation>长度为零的线</translation>
        </message>
        <message>
            <source>an edge runs across more than 180 degrees of longitude: cut it where it crosses the antimeridian</source>
            <translation>有边跨越 180 度以上经度：请在 180° 经线处断开</translation>
        </message>
        <message>
            <source>%1: left out: %2: %3</source>
            <translation>%1：未采用：%2：%3</translation>
        </message>
        <message>
            <source>%1: repaired: %2: %3</source>
            <translation>%1：已修复：%2：%3</translation>
        </message>
        <message>
            <source>the widest of which two rings lie within 100 km</source>
            <translation>两圈均在 100 km 内的最大格宽</translation>
        </message>
        <message>
            <source>a band of %1 m is not above zero and at most 100 km</source>
            <translation>带宽 %1 m 应大于零且不超过 100 km</translation>
        </message>
        <message>
            <source>Say a band or smaller cells.</source>
            <translation>请填写带宽或更小的格宽。</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>SourceText</name>
        <message>
            <source>Source text</source>
            <translation>方案原文</translation>
        </message>
        <message>
            <source>place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>deadline</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>measure</source>
            <translation>措施</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>No ledger open</source>
            <translation>未打开台账</translation>
        </message>
        <message>
            <source>%1 tasks, %2 located, %3 not</source>
            <translation>任务 %1 项，已定位 %2，未定位 %3</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop the work in progress; nothing is changed</source>
            <translation>停止当前工作，不作任何改动</translation>
        </message>
        <message>
            <source>Coordinate system CGCS2000, EPSG:4490</source>
            <translation>坐标系 CGCS2000，EPSG:4490</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Search tasks, units, places, initials</source>
            <translation>搜索任务、单位、地点、拼音首字母</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Take all filters away</source>
            <translation>清除全部筛选</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>基准日期</translation>
        </message>
        <message>
            <source>Date that deadlines are looked at from</source>
            <translation>判断时限的基准日期</translation>
        </message>
    </context>
    <context>
        <name>UnitChip</name>
        <message>
            <source>Any role</source>
            <translation>不限职责</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>牵头</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Cooperating</source>
            <translation>配合</translation>
        </message>
        <message>
            <source>Acceptance</source>
            <translation>验收</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Mines</source>
            <translation>矿山</translation>
        </message>
        <message>
            <source>Nature reserves</source>
            <translation>自然保护区</translation>
        </message>
        <message>
            <source>Spring zones</source>
            <translation>泉域</translation>
        </message>
        <message>
            <source>Rivers</source>
            <translation>河流</translation>
        </message>
        <message>
            <source>Roads</source>
            <translation>道路</translation>
        </message>
        <message>
            <source>Lakes and reservoirs</source>
            <translation>湖泊水库</translation>
        </message>
        <message>
            <source>Monitoring sections</source>
            <translation>监测断面</translation>
        </message>
        <message>
            <source>Air stations</source>
            <translation>空气站</translation>
        </message>
        <message>
            <source>Enterprises</source>
            <translation>企业</translation>
        </message>
        <message>
            <source>Waste water plants</source>
            <translation>污水处理厂</translation>
        </message>
        <message>
            <source>Industrial parks</source>
            <translation>园区</translation>
        </message>
        <message>
            <source>Townships</source>
            <translation>乡镇街道</translation>
        </message>
        <message>
            <source>Villages</source>
            <translation>村庄</translation>
        </message>
        <message>
            <source>Sites and yards</source>
            <translation>场地</translation>
        </message>
        <message>
            <source>Other places</source>
            <translation>其他地点</translation>
        </message>
        <message>
            <source>The file cannot be read or written</source>
            <translation>文件无法读取或写入</translation>
        </message>
        <message>
            <source>The file is broken or of another type</source>
            <translation>文件已损坏或类型不符</translation>
        </message>
        <message>
            <source>The file is already there</source>
            <translation>文件已存在</translation>
        </message>
        <message>
            <source>The text's encoding is not known</source>
            <translation>无法识别文字编码</translation>
        </message>
        <message>
            <source>The text is not laid out as a plan</source>
            <translation>文字不是方案的格式</translation>
        </message>
        <message>
            <source>Nothing of that name was found</source>
            <translation>没有找到该名称</translation>
        </message>
        <message>
            <source>Several things have that name</source>
            <translation>有多个同名对象</translation>
        </message>
        <message>
            <source>The geometry cannot be computed with</source>
            <translation>图形无法参与计算</translation>
        </message>
        <message>
            <source>The coordinate system is not known</source>
            <translation>坐标系未知</translation>
        </message>
        <message>
            <source>This is no ledger, or it is locked or of another version</source>
            <translation>不是台账文件，或已被占用，或版本不符</translation>
        </message>
        <message>
            <source>Writing failed</source>
            <translation>写入失败</translation>
        </message>
        <message>
            <source>That cannot be done</source>
            <translation>无法这样操作</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>Something unexpected went wrong</source>
            <translation>发生意外错误</translation>
        </message>
        <message>
            <source>Air</source>
            <translation>大气</translation>
        </message>
        <message>
            <source>Water</source>
            <translation>水环境</translation>
        </message>
        <message>
            <source>Soil</source>
            <translation>土壤</translation>
        </message>
        <message>
            <source>Solid waste</source>
            <translation>固废</translation>
        </message>
        <message>
            <source>Mines, ecology</source>
            <translation>矿山生态</translation>
        </message>
        <message>
            <source>Nature reserve</source>
            <translation>自然保护地</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>能力建设</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>责任落实</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>整改中</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已验收</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已销号</translation>
        </message>
        <message>
            <source>Long-term</source>
            <translation>长期坚持</translation>
        </message>
        <message>
            <source>Lead unit</source>
            <translation>牵头单位</translation>
        </message>
        <message>
            <source>Lead named in the measure</source>
            <translation>措施中牵头单位</translation>
        </message>
        <message>
            <source>Responsible unit</source>
            <translation>责任单位</translation>
        </message>
        <message>
            <source>Cooperating unit</source>
            <translation>配合单位</translation>
        </message>
        <message>
            <source>Acceptance unit</source>
            <translation>验收单位</translation>
        </message>
        <message>
            <source>Person in charge</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>精确</translation>
        </message>
        <message>
            <source>Facility</source>
            <translation>设施</translation>
        </message>
        <message>
            <source>Village</source>
            <translation>村</translation>
        </message>
        <message>
            <source>Township</source>
            <translation>乡镇</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县级</translation>
        </message>
        <message>
            <source>City</source>
            <translation>市级</translation>
        </message>
        <message>
            <source>Unlocated</source>
            <translation>未定位</translation>
        </message>
        <message>
            <source>Immediately</source>
            <translation>立行立改</translation>
        </message>
        <message>
            <source>As planned</source>
            <translation>按计划</translation>
        </message>
        <message>
            <source>As referred to</source>
            <translation>参照其他</translation>
        </message>
        <message>
            <source>core zone</source>
            <translation>核心区</translation>
        </message>
        <message>
            <source>buffer zone</source>
            <translation>缓冲区</translation>
        </message>
        <message>
            <source>experimental zone</source>
            <translation>实验区</translation>
        </message>
        <message>
            <source>spring domain</source>
            <translation>泉域</translation>
        </message>
        <message>
            <source>key protection zone</source>
            <translation>重点保护区</translation>
        </message>
        <message>
            <source>±%1 m</source>
            <translation>±%1 米</translation>
        </message>
        <message>
            <source>±%1 km</source>
            <translation>±%1 公里</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source> (%1)</source>
            <translation>（%1）</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Area, km²</source>
            <translation>面积 km²</translation>
        </message>
        <message>
            <source>Whole, km²</source>
            <translation>总面积 km²</translation>
        </message>
        <message>
            <source>As stated, km²</source>
            <translation>公布面积 km²</translation>
        </message>
        <message>
            <source>Length, km</source>
            <translation>长度 km</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>绘制方式</translation>
        </message>
        <message>
            <source>River</source>
            <translation>河流</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>In English</source>
            <translation>英文名</translation>
        </message>
        <message>
            <source>Counties</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Closed down</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>位次</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>点位数</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题数</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务数</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Seat of</source>
            <translation>驻地</translation>
        </message>
        <message>
            <source>Distance, m</source>
            <translation>距离 米</translation>
        </message>
        <message>
            <source>Least sites</source>
            <translation>最少点位</translation>
        </message>
        <message>
            <source> or </source>
            <translation>或</translation>
        </message>
        <message>
            <source>Provinces</source>
            <translation>省</translation>
        </message>
        <message>
            <source>Cities</source>
            <translation>市</translation>
        </message>
        <message>
            <source>Lakes</source>
            <translation>湖泊</translation>
        </message>
        <message>
            <source>Reservoirs</source>
            <translation>水库</translation>
        </message>
        <message>
            <source>Springs</source>
            <translation>泉</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::Dossier</name>
        <message>
            <source>Feedback problem %1</source>
            <translation>反馈问题%1</translation>
        </message>
        <message>
            <source>Problem: %1</source>
            <translation>问题：%1</translation>
        </message>
        <message>
            <source>Measure: %1</source>
            <translation>措施：%1</translation>
        </message>
        <message>
            <source>Deadline: %1</source>
            <translation>时限：%1</translation>
        </message>
        <message>
            <source>Status: %1</source>
            <translation>状态：%1</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::Identify</name>
        <message>
            <source>Also called</source>
            <translation>别名</translation>
        </message>
        <message>
            <source>Part of</source>
            <translation>隶属</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县（市、区）</translation>
        </message>
        <message>
            <source>City</source>
            <translation>市</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>图形</translation>
        </message>
        <message>
            <source>schematic: do not measure on it</source>
            <translation>示意，不可量测</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可</translation>
        </message>
        <message>
            <source>%1 tasks: click to choose</source>
            <translation>%1 项任务：点击选择</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::LayerTreeModel</name>
        <message>
            <source>Schematic: shows that something is there, not its exact shape.</source>
            <translation>示意：仅表示此处存在该对象，不代表准确范围。</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::Messages</name>
        <message>
            <source>%1: stopped</source>
            <translation>%1：已停止</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>未作任何改动。</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::QueryController</name>
        <message>
            <source>Drawn area</source>
            <translation>绘制区域</translation>
        </message>
        <message>
            <source>Query: %1</source>
            <translation>查询：%1</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::Session</name>
        <message>
            <source>Looking for findings</source>
            <translation>正在核查</translation>
        </message>
        <message>
            <source>%1 findings, kept as a layer of the ledger</source>
            <translation>%1 条结果，已存为台账图层</translation>
        </message>
        <message>
            <source>Plans are .txt, .docx or .pdf files, ledgers .gpkg, layers .shp, .zip, .geojson, .kml, .csv or .xlsx.</source>
            <translation>方案为 .txt、.docx 或 .pdf 文件，台账为 .gpkg，图层为 .shp、.zip、.geojson、.kml、.csv 或 .xlsx。</translation>
        </message>
        <message>
            <source>Adding %1, placing the tasks again</source>
            <translation>正在添加 %1 并重新定位任务</translation>
        </message>
        <message>
            <source>%1 was not added</source>
            <translation>未能添加 %1</translation>
        </message>
        <message>
            <source>Row %1 %2 refused: %3</source>
            <translation>第 %1 行 %2 拒收：%3</translation>
        </message>
        <message>
            <source>Row %1 %2 repaired: %3</source>
            <translation>第 %1 行 %2 已修复：%3</translation>
        </message>
        <message>
            <source>Row %1 %2 has no position: %3</source>
            <translation>第 %1 行 %2 无坐标：%3</translation>
        </message>
        <message>
            <source>Row %1 %2 should be looked at: %3</source>
            <translation>第 %1 行 %2 需核对：%3</translation>
        </message>
        <message>
            <source>%1 sites of %2 tasks are placed otherwise now</source>
            <translation>%2 个任务的 %1 处点位已重新定位</translation>
        </message>
        <message>
            <source>%1 %2: %3 → %4</source>
            <translation>%1 %2：%3 → %4</translation>
        </message>
        <message>
            <source>, moved by %1</source>
            <translation>，移动 %1</translation>
        </message>
        <message>
            <source>… and %1 more</source>
            <translation>……另有 %1 处</translation>
        </message>
        <message>
            <source>Unsaved ledger</source>
            <translation>未保存的台账</translation>
        </message>
        <message>
            <source>Reading the plan's text</source>
            <translation>读取方案原文</translation>
        </message>
        <message>
            <source>Loading the base map</source>
            <translation>加载底图</translation>
        </message>
        <message>
            <source>The base map could not be loaded.</source>
            <translation>底图无法加载。</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>打开 %1</translation>
        </message>
        <message>
            <source>Importing %1</source>
            <translation>导入 %1</translation>
        </message>
        <message>
            <source>Importing %1 plans</source>
            <translation>导入 %1 份方案</translation>
        </message>
        <message>
            <source>A plan could not be imported</source>
            <translation>有方案未能导入</translation>
        </message>
        <message>
            <source>%1: %2 problems, %3 tasks, %4 located, %5 not</source>
            <translation>%1：%2 个问题，%3 项任务，已定位 %4，未定位 %5</translation>
        </message>
        <message>
            <source>%1: already in the ledger, nothing changed</source>
            <translation>%1：台账中已有，未作改动</translation>
        </message>
        <message>
            <source>%1: not a rectification plan, no tasks in it</source>
            <translation>%1：不是整改方案，其中没有整改任务</translation>
        </message>
        <message>
            <source>  does not add up: %1</source>
            <translation>  数目不符：%1</translation>
        </message>
        <message>
            <source>The ledger is not saved under a name yet; it is kept in %1.</source>
            <translation>台账尚未命名保存，暂存于 %1。</translation>
        </message>
        <message>
            <source>Plans imported</source>
            <translation>方案已导入</translation>
        </message>
        <message>
            <source>%1 was not opened</source>
            <translation>%1 未打开</translation>
        </message>
        <message>
            <source>%1 rows read: %2 kept, %3 refused, %4 repaired</source>
            <translation>读取 %1 行：保留 %2，拒收 %3，修复 %4</translation>
        </message>
        <message>
            <source>Encoding: %1; coordinates: %2</source>
            <translation>编码：%1；坐标：%2</translation>
        </message>
        <message>
            <source>Layer %1 was added</source>
            <translation>已添加图层 %1</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Exporting</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>%1 tasks: %2 located, %3 not; %4 sites</source>
            <translation>%1 项任务：已定位 %2，未定位 %3；%4 个点位</translation>
        </message>
        <message>
            <source>%1 texts were cut in the shapefile; they are whole in the files beside it.</source>
            <translation>%1 处文字在 Shapefile 中被截短，全文见随附文件。</translation>
        </message>
        <message>
            <source>%1 values were lost: see the export report.</source>
            <translation>%1 个值未能写出，详见导出报告。</translation>
        </message>
        <message>
            <source>Exported to %1</source>
            <translation>已导出到 %1</translation>
        </message>
        <message>
            <source>As of %1; CGCS2000; dashed and hatched: schematic</source>
            <translation>截至 %1；CGCS2000；虚线和斜线为示意</translation>
        </message>
        <message>
            <source>%1 of %2 tasks are on the map</source>
            <translation>%2 项任务中有 %1 项上图</translation>
        </message>
        <message>
            <source>Sources and licences: %1</source>
            <translation>资料来源和许可：%1</translation>
        </message>
        <message>
            <source>Map approval no.:</source>
            <translation>审图号：</translation>
        </message>
        <message>
            <source>Drawing the picture</source>
            <translation>绘制图片</translation>
        </message>
        <message>
            <source>The picture is in %1</source>
            <translation>图片已存入 %1</translation>
        </message>
        <message>
            <source>Looking up where the task lies</source>
            <translation>查询任务所处区域</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::TaskTableModel</name>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>整改措施</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>方案</translation>
        </message>
    </context>
    <context>
        <name>CorrectionPanel</name>
        <message>
            <source>Correct</source>
            <translation>订正</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>整改中</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已验收</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已销号</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Deadline: 2024-06-30, or long-term</source>
            <translation>时限：2024-06-30，或 long-term（长期坚持）</translation>
        </message>
        <message>
            <source>Set deadline</source>
            <translation>设定时限</translation>
        </message>
        <message>
            <source>Category of the problem: %1</source>
            <translation>问题类别：%1</translation>
        </message>
        <message>
            <source>Give %1 the next role</source>
            <translation>将 %1 改为下一种角色</translation>
        </message>
        <message>
            <source>Correct the place %1</source>
            <translation>订正位置 %1</translation>
        </message>
        <message>
            <source>Use this</source>
            <translation>用这个</translation>
        </message>
        <message>
            <source>The place is %1</source>
            <translation>位置为 %1</translation>
        </message>
        <message>
            <source>Drop a pin</source>
            <translation>标点</translation>
        </message>
        <message>
            <source>Click on the map where it is; with keys: centre the map and press Enter</source>
            <translation>在地图上点击其位置；用键盘时将其移到地图中心后按回车</translation>
        </message>
        <message>
            <source>Draw a line</source>
            <translation>画线</translation>
        </message>
        <message>
            <source>Draw its area</source>
            <translation>画范围</translation>
        </message>
        <message>
            <source>Not a place</source>
            <translation>不是地名</translation>
        </message>
        <message>
            <source>As it was read</source>
            <translation>恢复原读</translation>
        </message>
        <message>
            <source>also the %1 others of this name</source>
            <translation>同名的其他 %1 处一并订正</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
    </context>
    <context>
        <name>CorrectionDesk</name>
        <message>
            <source>state</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>deadline corrected</source>
            <translation>订正时限</translation>
        </message>
        <message>
            <source>unit corrected</source>
            <translation>订正单位</translation>
        </message>
        <message>
            <source>categories corrected</source>
            <translation>订正类别</translation>
        </message>
        <message>
            <source>text corrected</source>
            <translation>订正文字</translation>
        </message>
        <message>
            <source>split</source>
            <translation>拆分</translation>
        </message>
        <message>
            <source>merged</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>relabelled</source>
            <translation>改标</translation>
        </message>
        <message>
            <source>place corrected</source>
            <translation>订正位置</translation>
        </message>
        <message>
            <source>place as it was read</source>
            <translation>位置恢复原读</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>done again</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>does not fit the new document</source>
            <translation>与新文件不符，未套用</translation>
        </message>
        <message>
            <source>read from the plan</source>
            <translation>读自方案</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::CorrectionDesk</name>
        <message>
            <source>(no place named)</source>
            <translation>（未提地名）</translation>
        </message>
        <message>
            <source>Correcting the task</source>
            <translation>订正任务</translation>
        </message>
        <message>
            <source>Correcting the place</source>
            <translation>订正位置</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::LayerDesk</name>
        <message>
            <source>Looking at %1</source>
            <translation>正在查看 %1</translation>
        </message>
        <message>
            <source>%1 was not added</source>
            <translation>未能添加 %1</translation>
        </message>
        <message>
            <source>%1, %2 rows</source>
            <translation>%1，共 %2 行</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>LayerDialog</name>
        <message>
            <source>Add a layer: %1</source>
            <translation>添加图层：%1</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Layer of the file</source>
            <translation>文件中的图层</translation>
        </message>
        <message>
            <source>What it shows</source>
            <translation>图层类型</translation>
        </message>
        <message>
            <source>Please choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>Field of names</source>
            <translation>名称字段</translation>
        </message>
        <message>
            <source>Without names it takes part in maps and queries, but no task is placed by it.</source>
            <translation>没有名称字段时，图层参与制图和查询，但不用于任务定位。</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Field of zones</source>
            <translation>功能区字段</translation>
        </message>
        <message>
            <source>Field of counties</source>
            <translation>县（区）字段</translation>
        </message>
        <message>
            <source>Coordinates</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>Axes swapped</source>
            <translation>经纬度（XY）互换</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>As found</source>
            <translation>自动识别</translation>
        </message>
        <message>
            <source>Take the place of all that ships of this kind</source>
            <translation>替换自带的同类数据</translation>
        </message>
        <message>
            <source>As the file says</source>
            <translation>按文件声明</translation>
        </message>
        <message>
            <source>CGCS2000 degrees</source>
            <translation>CGCS2000 经纬度</translation>
        </message>
        <message>
            <source>WGS 84 degrees</source>
            <translation>WGS 84 经纬度</translation>
        </message>
        <message>
            <source>GCJ-02 (Amap, Tencent)</source>
            <translation>GCJ-02（高德、腾讯）</translation>
        </message>
        <message>
            <source>BD-09 (Baidu)</source>
            <translation>BD-09（百度）</translation>
        </message>
        <message>
            <source>CGCS2000 metres, CM 111E</source>
            <translation>CGCS2000 米，中央经线 111°</translation>
        </message>
        <message>
            <source>CGCS2000 metres, CM 114E</source>
            <translation>CGCS2000 米，中央经线 114°</translation>
        </message>
        <message>
            <source>CGCS2000 metres, zone 37</source>
            <translation>CGCS2000 米，37 带</translation>
        </message>
        <message>
            <source>CGCS2000 metres, zone 38</source>
            <translation>CGCS2000 米，38 带</translation>
        </message>
        <message>
            <source>Xian 1980 metres, CM 111E</source>
            <translation>西安 80 米，中央经线 111°</translation>
        </message>
        <message>
            <source>Xian 1980 metres, CM 114E</source>
            <translation>西安 80 米，中央经线 114°</translation>
        </message>
        <message>
            <source>Xian 1980 degrees</source>
            <translation>西安 80 经纬度</translation>
        </message>
        <message>
            <source>Web Mercator metres</source>
            <translation>Web 墨卡托 米</translation>
        </message>
        <message>
            <source>one for all, else where each lies</source>
            <translation>全部同属一县，否则按所在位置</translation>
        </message>
        <message>
            <source>County of all features</source>
            <translation>全部要素的县区</translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message>
            <source>Breach</source>
            <translation>违反</translation>
        </message>
        <message>
            <source>To be judged</source>
            <translation>需逐一研判</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>No new ones</source>
            <translation>不得新增</translation>
        </message>
        <message>
            <source>Still there</source>
            <translation>仍在其内</translation>
        </message>
        <message>
            <source>To be dealt with</source>
            <translation>需处置</translation>
        </message>
        <message>
            <source>Too few</source>
            <translation>数量不足</translation>
        </message>
        <message>
            <source>Allowable area</source>
            <translation>允许开采面积</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Differs</source>
            <translation>不符</translation>
        </message>
        <message>
            <source>Cannot be decided</source>
            <translation>无法判定</translation>
        </message>
        <message>
            <source>Same place</source>
            <translation>同一地点</translation>
        </message>
        <message>
            <source>Near</source>
            <translation>邻近</translation>
        </message>
        <message>
            <source>Maybe: %1</source>
            <translation>可能：%1</translation>
        </message>
        <message>
            <source>%1, closed before</source>
            <translation>%1，先前已销号</translation>
        </message>
        <message>
            <source>Rules: %1</source>
            <translation>规则：%1 条</translation>
        </message>
        <message>
            <source>Statements: %1</source>
            <translation>陈述核对：%1 条</translation>
        </message>
        <message>
            <source>Coming back: %1</source>
            <translation>反复出现：%1 处</translation>
        </message>
        <message>
            <source>Sum of parts</source>
            <translation>分项之和</translation>
        </message>
        <message>
            <source>Sum of milestones</source>
            <translation>分年目标之和</translation>
        </message>
        <message>
            <source>Rest</source>
            <translation>余数</translation>
        </message>
        <message>
            <source>Share of a whole</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>计数</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>面积</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>归属</translation>
        </message>
        <message>
            <source>Share of a region</source>
            <translation>占区域比例</translation>
        </message>
        <message>
            <source>Own numbers</source>
            <translation>方案自身数字</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>在其内</translation>
        </message>
        <message>
            <source>Not within</source>
            <translation>不在其内</translation>
        </message>
        <message>
            <source>Within a distance</source>
            <translation>一定距离内</translation>
        </message>
        <message>
            <source>Minimum distance</source>
            <translation>最小距离</translation>
        </message>
        <message>
            <source>Buffer</source>
            <translation>缓冲区</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>扣除</translation>
        </message>
        <message>
            <source>Number for each</source>
            <translation>每处数量</translation>
        </message>
        <message>
            <source>Cut elsewhere</source>
            <translation>区域削减</translation>
        </message>
        <message>
            <source>Prohibition</source>
            <translation>禁止</translation>
        </message>
        <message>
            <source>Restriction</source>
            <translation>限制</translation>
        </message>
        <message>
            <source>Requirement</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Disposition</source>
            <translation>处置</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>核对结论</translation>
        </message>
        <message>
            <source>Kind of statement</source>
            <translation>陈述类型</translation>
        </message>
        <message>
            <source>As stated</source>
            <translation>方案表述</translation>
        </message>
        <message>
            <source>Stated value</source>
            <translation>方案数值</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Computed</source>
            <translation>计算值</translation>
        </message>
        <message>
            <source>From</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>To</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>容差</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>分项</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Task or problem</source>
            <translation>所在任务或问题</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>空间关系</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>强度</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Law or plan</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Sentence</source>
            <translation>所在语句</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>已知数</translation>
        </message>
        <message>
            <source>Area, m²</source>
            <translation>面积，平方米</translation>
        </message>
        <message>
            <source>Before, m²</source>
            <translation>扣除前，平方米</translation>
        </message>
        <message>
            <source>Overlap, m²</source>
            <translation>重叠，平方米</translation>
        </message>
        <message>
            <source>Pillar, m²</source>
            <translation>煤柱，平方米</translation>
        </message>
        <message>
            <source>After, m²</source>
            <translation>允许开采，平方米</translation>
        </message>
        <message>
            <source>At most, m</source>
            <translation>至多，米</translation>
        </message>
        <message>
            <source>Earlier plan</source>
            <translation>先前方案</translation>
        </message>
        <message>
            <source>Earlier quote</source>
            <translation>先前原文</translation>
        </message>
        <message>
            <source>Earlier tasks</source>
            <translation>先前任务</translation>
        </message>
        <message>
            <source>Closed before</source>
            <translation>先前已销号</translation>
        </message>
        <message>
            <source>Later plan</source>
            <translation>后来方案</translation>
        </message>
        <message>
            <source>Later quote</source>
            <translation>后来原文</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message>
            <source>Run rules</source>
            <translation>运行规则</translation>
        </message>
        <message>
            <source>Check statements</source>
            <translation>核对陈述</translation>
        </message>
        <message>
            <source>What the plans state of distances, counts and areas, against the map</source>
            <translation>方案所述的距离、数量和面积与地图对照</translation>
        </message>
        <message>
            <source>Look back</source>
            <translation>回头看</translation>
        </message>
        <message>
            <source>Places that come back in several plans, or near what was closed</source>
            <translation>多份方案反复出现、或邻近已销号问题的地点</translation>
        </message>
        <message>
            <source>%1 findings</source>
            <translation>%1 条结果</translation>
        </message>
        <message>
            <source>Nothing has been looked for yet. Rules of plans run once they are confirmed, those of laws at once.</source>
            <translation>还没有结果。方案中的规则经确认后运行，法规中的规则直接运行。</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>核查结果</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::QueryForm</name>
        <message>
            <source>Saving the query %1</source>
            <translation>保存查询 %1</translation>
        </message>
        <message>
            <source>Removing the query %1</source>
            <translation>删除查询 %1</translation>
        </message>
        <message>
            <source>Of %1 tasks %2 certainly, %3 maybe</source>
            <translation>任务 %1 项中：确定 %2，可能 %3</translation>
        </message>
        <message>
            <source>Renaming the query %1</source>
            <translation>查询改名：%1</translation>
        </message>
    </context>
    <context>
        <name>QueryDialog</name>
        <message>
            <source>Ask where tasks are</source>
            <translation>查询任务位置</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>only certain ones</source>
            <translation>仅确定的</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>And…</source>
            <translation>且…</translation>
        </message>
        <message>
            <source>A further condition, which must hold of the same site</source>
            <translation>对同一点位的另一条件</translation>
        </message>
        <message>
            <source>Take all conditions and attributes away</source>
            <translation>清除全部条件与属性</translation>
        </message>
        <message>
            <source>Only tasks with</source>
            <translation>只含这些任务</translation>
        </message>
        <message>
            <source>Write a target: the answer is counted here before it is asked.</source>
            <translation>填写目标：查询之前先在此显示数量。</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>inside</source>
            <translation>在内</translation>
        </message>
        <message>
            <source>on the edge</source>
            <translation>在边界上</translation>
        </message>
        <message>
            <source>partly inside, %1 %</source>
            <translation>部分在内，%1%</translation>
        </message>
        <message>
            <source>outside</source>
            <translation>在外</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>%1 others as well</source>
            <translation>另有 %1 处亦然</translation>
        </message>
        <message>
            <source> (schematic)</source>
            <translation>（示意）</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>maybe</source>
            <translation>可能</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Maybe</source>
            <translation>可能</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>期望</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>点位</translation>
        </message>
        <message>
            <source>(several or none)</source>
            <translation>（多个或无）</translation>
        </message>
        <message>
            <source>inside %1</source>
            <translation>在 %1 内</translation>
        </message>
        <message>
            <source>inside or partly inside %1</source>
            <translation>在 %1 内或部分在内</translation>
        </message>
        <message>
            <source>on the edge of %1</source>
            <translation>在 %1 边界上</translation>
        </message>
        <message>
            <source>within %1 of %2</source>
            <translation>距 %2 在 %1 以内</translation>
        </message>
        <message>
            <source>the %1 nearest to %2</source>
            <translation>距 %2 最近的 %1 处</translation>
        </message>
        <message>
            <source>inside or partly inside</source>
            <translation>在其内或部分在内</translation>
        </message>
        <message>
            <source>on the edge of</source>
            <translation>在其边界上</translation>
        </message>
        <message>
            <source>near</source>
            <translation>在其附近</translation>
        </message>
        <message>
            <source>nearest to</source>
            <translation>离其最近</translation>
        </message>
        <message>
            <source> and </source>
            <translation> 且 </translation>
        </message>
        <message>
            <source>; tasks: %1</source>
            <translation>；任务：%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>; only certain ones</source>
            <translation>；仅确定的</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>Chance</source>
            <translation>概率</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>分区</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>分区角色</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>位置关系</translation>
        </message>
        <message>
            <source>Distance, m</source>
            <translation>距离 米</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Of %1 tasks: %2 yes, %3 maybe, %4 no</source>
            <translation>任务 %1 项：是 %2，可能 %3，否 %4</translation>
        </message>
        <message>
            <source>By county</source>
            <translation>按县区</translation>
        </message>
        <message>
            <source>By unit</source>
            <translation>按单位</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>By category</source>
            <translation>按类别</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>By zone</source>
            <translation>按分区</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>量测</translation>
        </message>
        <message>
            <source>Distances are geodesic metres on CGCS2000; expected is the sum of the chances.</source>
            <translation>距离为 CGCS2000 大地线米数；期望为各概率之和。</translation>
        </message>
        <message>
            <source>Not listed</source>
            <translation>未列出</translation>
        </message>
        <message>
            <source>%1 more sites may be as near: too little is known of where they are.</source>
            <translation>另有 %1 处可能同样近：其位置所知太少。</translation>
        </message>
        <message>
            <source>Schematic</source>
            <translation>示意</translation>
        </message>
        <message>
            <source>Schematic zones are drawn from descriptions: check against the official boundary before acting on an answer.</source>
            <translation>示意分区依描述绘制：据以行动前请核对官方边界。</translation>
        </message>
        <message>
            <source>; %1 features of the target were left out</source>
            <translation>；目标中 %1 个要素未采用</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
    </context>
    <context>
        <name>ConditionRow</name>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>and</source>
            <translation>且</translation>
        </message>
        <message>
            <source>How they lie</source>
            <translation>位置关系</translation>
        </message>
        <message>
            <source>inside</source>
            <translation>在其内</translation>
        </message>
        <message>
            <source>inside or partly inside</source>
            <translation>在其内或部分在内</translation>
        </message>
        <message>
            <source>on the edge of</source>
            <translation>在其边界上</translation>
        </message>
        <message>
            <source>near</source>
            <translation>在其附近</translation>
        </message>
        <message>
            <source>nearest to</source>
            <translation>离其最近</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>分区</translation>
        </message>
        <message>
            <source>any zone</source>
            <translation>任意分区</translation>
        </message>
        <message>
            <source>core</source>
            <translation>核心区</translation>
        </message>
        <message>
            <source>buffer</source>
            <translation>缓冲区</translation>
        </message>
        <message>
            <source>experimental</source>
            <translation>实验区</translation>
        </message>
        <message>
            <source>key protection</source>
            <translation>重点保护区</translation>
        </message>
        <message>
            <source>domain</source>
            <translation>泉域</translation>
        </message>
        <message>
            <source>sites</source>
            <translation>个数</translation>
        </message>
        <message>
            <source>within, m</source>
            <translation>距离 米</translation>
        </message>
        <message>
            <source>grown by, m</source>
            <translation>外扩 米</translation>
        </message>
        <message>
            <source>How many sites</source>
            <translation>点位个数</translation>
        </message>
        <message>
            <source>Distance in metres, geodesic</source>
            <translation>距离（大地线，米）</translation>
        </message>
        <message>
            <source>Metres that the target is grown by first</source>
            <translation>目标先外扩的米数</translation>
        </message>
        <message>
            <source>Take this condition away</source>
            <translation>去掉此条件</translation>
        </message>
    </context>
    <context>
        <name>Hotspots</name>
        <message>
            <source>Density: how much lies round about each place</source>
            <translation>核密度：各处周围有多少</translation>
        </message>
        <message>
            <source>Clusters (DBSCAN): which sites form groups</source>
            <translation>聚类（DBSCAN）：哪些点成群</translation>
        </message>
        <message>
            <source>Hot and cold (Gi*): where is more than chance would put there</source>
            <translation>冷热点（Gi*）：何处多于偶然</translation>
        </message>
        <message>
            <source>Counties: which have more than their size explains</source>
            <translation>县区：哪些多于其面积所应有</translation>
        </message>
        <message>
            <source>%1 features, kept in the ledger as layer %2</source>
            <translation>%1 个要素，已存入台账图层 %2</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Significant: %1</source>
            <translation>显著：%1</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>提示</translation>
        </message>
    </context>
    <context>
        <name>LayerOrigin</name>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>数据时间</translation>
        </message>
        <message>
            <source>2024-05-31 or 2024</source>
            <translation>2024-05-31 或 2024</translation>
        </message>
        <message>
            <source>Date of the data</source>
            <translation>数据日期</translation>
        </message>
        <message>
            <source>Known to</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Accuracy of the data in metres</source>
            <translation>数据精度（米）</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>who made the data</source>
            <translation>数据由谁制作</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可</translation>
        </message>
        <message>
            <source>may it be handed on?</source>
            <translation>可否转交他人</translation>
        </message>
    </context>
    <context>
        <name>OverlayDialog</name>
        <message>
            <source>Cut layers with layers</source>
            <translation>图层叠加</translation>
        </message>
        <message>
            <source>Work out</source>
            <translation>计算</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>运算</translation>
        </message>
        <message>
            <source>Areas are geodesic on CGCS2000. It runs in the background; Stop in the bar below ends it and writes nothing.</source>
            <translation>面积按 CGCS2000 椭球面计算。在后台运行；下方状态栏的“停止”可中止，且不写入任何内容。</translation>
        </message>
    </context>
    <context>
        <name>Overlays</name>
        <message>
            <source>%1 km² = %2 ha = %3 mu</source>
            <translation>%1 km² = %2 公顷 = %3 亩</translation>
        </message>
        <message>
            <source>Mines, km²</source>
            <translation>矿山 km²</translation>
        </message>
        <message>
            <source>Mines, ha</source>
            <translation>矿山 公顷</translation>
        </message>
        <message>
            <source>Mines, mu</source>
            <translation>矿山 亩</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>矿山</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>原面积</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>重叠</translation>
        </message>
        <message>
            <source>Pillar</source>
            <translation>保护煤柱</translation>
        </message>
        <message>
            <source>After</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>扣除区</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>要素</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>部分</translation>
        </message>
        <message>
            <source>ha</source>
            <translation>公顷</translation>
        </message>
        <message>
            <source>mu</source>
            <translation>亩</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Data ± km²</source>
            <translation>数据误差 ± km²</translation>
        </message>
        <message>
            <source>Length, m</source>
            <translation>长度 米</translation>
        </message>
        <message>
            <source>Measured from</source>
            <translation>量测起点</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>编号</translation>
        </message>
        <message>
            <source> (schematic)</source>
            <translation>（示意）</translation>
        </message>
        <message>
            <source>Slivers: %1</source>
            <translation>碎屑：%1</translation>
        </message>
        <message>
            <source>Area, m²</source>
            <translation>面积 m²</translation>
        </message>
        <message>
            <source>Width, m</source>
            <translation>宽度 米</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>经度</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>纬度</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>What</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>repaired</source>
            <translation>已修复</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>未采用</translation>
        </message>
        <message>
            <source>Repaired and left out: %1</source>
            <translation>修复与未采用：%1</translation>
        </message>
        <message>
            <source>%1 features, kept in the ledger as layer %2</source>
            <translation>%1 个要素，已存入台账图层 %2</translation>
        </message>
        <message>
            <source>%1: %2 features, %3 used, %4 repaired, %5 left out</source>
            <translation>%1：要素 %2 个，采用 %3，修复 %4，未采用 %5</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>面积</translation>
        </message>
        <message>
            <source>geodesic, CGCS2000, right to %1 m² in all for the shapes as they are</source>
            <translation>CGCS2000 椭球面面积，就现有图形而言合计误差不超过 %1 m²</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>There are gaps or overlaps wider than slivers.</source>
            <translation>存在宽于碎屑的空隙或重叠。</translation>
        </message>
        <message>
            <source>There is no gap and no overlap wider than a sliver.</source>
            <translation>没有宽于碎屑的空隙或重叠。</translation>
        </message>
        <message>
            <source>Loses something</source>
            <translation>是否受影响</translation>
        </message>
    </context>
    <context>
        <name>ResultPanel</name>
        <message>
            <source>How it was come by</source>
            <translation>计算说明</translation>
        </message>
        <message>
            <source>Close and show the ledger again (Esc)</source>
            <translation>关闭并回到台账（Esc）</translation>
        </message>
    </context>
    <context>
        <name>ResultTableView</name>
        <message>
            <source>Nothing stands here.</source>
            <translation>此处为空。</translation>
        </message>
    </context>
    <context>
        <name>Results</name>
        <message>
            <source>Apart</source>
            <translation>不相交</translation>
        </message>
        <message>
            <source>Nothing left</source>
            <translation>全部扣除</translation>
        </message>
        <message>
            <source>Pillar only</source>
            <translation>仅占保护煤柱</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>重叠</translation>
        </message>
        <message>
            <source>Allowable</source>
            <translation>允许开采</translation>
        </message>
        <message>
            <source>Pillar</source>
            <translation>保护煤柱</translation>
        </message>
        <message>
            <source>In both</source>
            <translation>两者共有</translation>
        </message>
        <message>
            <source>A</source>
            <translation>甲</translation>
        </message>
        <message>
            <source>B</source>
            <translation>乙</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Ring</source>
            <translation>环带</translation>
        </message>
        <message>
            <source>Main stem</source>
            <translation>干流</translation>
        </message>
        <message>
            <source>Tributary</source>
            <translation>支流</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>空隙</translation>
        </message>
        <message>
            <source>Edge of the water</source>
            <translation>水域边线</translation>
        </message>
        <message>
            <source>Centre line</source>
            <translation>中心线</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>运算</translation>
        </message>
        <message>
            <source>Intersection</source>
            <translation>相交</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>相减</translation>
        </message>
        <message>
            <source>Union</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Allowable mining area</source>
            <translation>允许开采范围</translation>
        </message>
        <message>
            <source>River banks</source>
            <translation>河岸带</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>覆盖检查</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>Clipped to</source>
            <translation>裁剪至</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Width of slivers</source>
            <translation>碎屑宽度</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>量测</translation>
        </message>
        <message>
            <source>outward from the edge of water where it is known, else from the centre line</source>
            <translation>已知水域边线者由边线向外，否则由中心线</translation>
        </message>
        <message>
            <source>what the cells enclose</source>
            <translation>网格所围范围</translation>
        </message>
        <message>
            <source>Mines</source>
            <translation>矿山</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>扣除区</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>Rivers</source>
            <translation>河流</translation>
        </message>
        <message>
            <source>Tributaries</source>
            <translation>支流</translation>
        </message>
        <message>
            <source>Mines affected</source>
            <translation>受影响矿山</translation>
        </message>
        <message>
            <source>Before, of those affected</source>
            <translation>受影响矿山原面积</translation>
        </message>
        <message>
            <source>Overlap, of those affected</source>
            <translation>受影响矿山重叠面积</translation>
        </message>
        <message>
            <source>Pillar, of those affected</source>
            <translation>受影响矿山煤柱面积</translation>
        </message>
        <message>
            <source>After, of those affected</source>
            <translation>受影响矿山剩余面积</translation>
        </message>
        <message>
            <source>Shared area</source>
            <translation>共有面积</translation>
        </message>
        <message>
            <source>Area of A alone</source>
            <translation>甲独有面积</translation>
        </message>
        <message>
            <source>Area of B alone</source>
            <translation>乙独有面积</translation>
        </message>
        <message>
            <source>Shared length, m</source>
            <translation>共有长度 米</translation>
        </message>
        <message>
            <source>Length of A alone, m</source>
            <translation>甲独有长度 米</translation>
        </message>
        <message>
            <source>Length of B alone, m</source>
            <translation>乙独有长度 米</translation>
        </message>
        <message>
            <source>Shared points</source>
            <translation>共有点数</translation>
        </message>
        <message>
            <source>Points of A alone</source>
            <translation>甲独有点数</translation>
        </message>
        <message>
            <source>Points of B alone</source>
            <translation>乙独有点数</translation>
        </message>
        <message>
            <source>Ring before it was clipped</source>
            <translation>未裁剪的环带</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>空隙数</translation>
        </message>
        <message>
            <source>Overlaps</source>
            <translation>重叠数</translation>
        </message>
        <message>
            <source>Area, ha</source>
            <translation>面积 公顷</translation>
        </message>
        <message>
            <source>Area, mu</source>
            <translation>面积 亩</translation>
        </message>
        <message>
            <source>Data ± km²</source>
            <translation>数据误差 ± km²</translation>
        </message>
        <message>
            <source>Length, m</source>
            <translation>长度 米</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Measured from</source>
            <translation>量测起点</translation>
        </message>
        <message>
            <source>Distance, m</source>
            <translation>距离 米</translation>
        </message>
        <message>
            <source>Pillar, m</source>
            <translation>煤柱宽度 米</translation>
        </message>
        <message>
            <source>Width, m</source>
            <translation>宽度 米</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>矿山</translation>
        </message>
        <message>
            <source>Mine's id</source>
            <translation>矿山编号</translation>
        </message>
        <message>
            <source>Share of the weight, %</source>
            <translation>占权重 %</translation>
        </message>
        <message>
            <source>From, per km²</source>
            <translation>下限 每 km²</translation>
        </message>
        <message>
            <source>To, per km²</source>
            <translation>上限 每 km²</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>z</source>
            <translation>z</translation>
        </message>
        <message>
            <source>p, two-sided</source>
            <translation>p（双侧）</translation>
        </message>
        <message>
            <source>p, normal</source>
            <translation>p（正态）</translation>
        </message>
        <message>
            <source>p, permuted</source>
            <translation>p（置换）</translation>
        </message>
        <message>
            <source>q (false discovery rate)</source>
            <translation>q（错误发现率）</translation>
        </message>
        <message>
            <source>Neighbours</source>
            <translation>邻居数</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>计数</translation>
        </message>
        <message>
            <source>Located</source>
            <translation>已定位</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>比率</translation>
        </message>
        <message>
            <source>Rate, low</source>
            <translation>比率下限</translation>
        </message>
        <message>
            <source>Rate, high</source>
            <translation>比率上限</translation>
        </message>
        <message>
            <source>Rate, smoothed</source>
            <translation>平滑比率</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>期望</translation>
        </message>
        <message>
            <source>Small number</source>
            <translation>数量过小</translation>
        </message>
        <message>
            <source>Base</source>
            <translation>基数</translation>
        </message>
        <message>
            <source>Kernel</source>
            <translation>核函数</translation>
        </message>
        <message>
            <source>quartic</source>
            <translation>四次核</translation>
        </message>
        <message>
            <source>Radius, m</source>
            <translation>半径 米</translation>
        </message>
        <message>
            <source>Cell, m</source>
            <translation>格宽 米</translation>
        </message>
        <message>
            <source>Band, m</source>
            <translation>邻域 米</translation>
        </message>
        <message>
            <source>Unit of comparison</source>
            <translation>比较单元</translation>
        </message>
        <message>
            <source>Permutations</source>
            <translation>置换次数</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>随机种子</translation>
        </message>
        <message>
            <source>False discovery rate</source>
            <translation>错误发现率</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>加权</translation>
        </message>
        <message>
            <source>given</source>
            <translation>已设</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Known to, at worst, m</source>
            <translation>最差精度 米</translation>
        </message>
        <message>
            <source>hexagons</source>
            <translation>六边形格</translation>
        </message>
        <message>
            <source>touching</source>
            <translation>相邻</translation>
        </message>
        <message>
            <source>weight per 1000 km²</source>
            <translation>每千平方公里权重</translation>
        </message>
        <message>
            <source>Rate per</source>
            <translation>比率单位</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>置信区间</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>平滑</translation>
        </message>
        <message>
            <source>empirical Bayes</source>
            <translation>经验贝叶斯</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Repeated</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Left out: not located</source>
            <translation>未采用：未定位</translation>
        </message>
        <message>
            <source>Left out: county or city only</source>
            <translation>未采用：仅知县市</translation>
        </message>
        <message>
            <source>Left out: too rough</source>
            <translation>未采用：精度过低</translation>
        </message>
        <message>
            <source>Sum of the raster</source>
            <translation>栅格总和</translation>
        </message>
        <message>
            <source>Clusters</source>
            <translation>聚集区数</translation>
        </message>
        <message>
            <source>In no cluster</source>
            <translation>未成聚集</translation>
        </message>
        <message>
            <source>In no county</source>
            <translation>无县区归属</translation>
        </message>
        <message>
            <source>In several counties</source>
            <translation>跨多个县区</translation>
        </message>
        <message>
            <source>Counties without any</source>
            <translation>无任务县区</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>计数项</translation>
        </message>
        <message>
            <source>Hot places</source>
            <translation>热点数</translation>
        </message>
        <message>
            <source>Cold places</source>
            <translation>冷点数</translation>
        </message>
        <message>
            <source>Moran's I</source>
            <translation>莫兰指数 I</translation>
        </message>
        <message>
            <source>Moran's I, expected</source>
            <translation>莫兰指数期望</translation>
        </message>
        <message>
            <source>Moran's z</source>
            <translation>莫兰 z 值</translation>
        </message>
        <message>
            <source>Moran's p, normal</source>
            <translation>莫兰 p（正态）</translation>
        </message>
        <message>
            <source>Moran's p, permuted</source>
            <translation>莫兰 p（置换）</translation>
        </message>
        <message>
            <source>hot, 99 %</source>
            <translation>热点 99%</translation>
        </message>
        <message>
            <source>hot, 95 %</source>
            <translation>热点 95%</translation>
        </message>
        <message>
            <source>hot, 90 %</source>
            <translation>热点 90%</translation>
        </message>
        <message>
            <source>cold, 90 %</source>
            <translation>冷点 90%</translation>
        </message>
        <message>
            <source>cold, 95 %</source>
            <translation>冷点 95%</translation>
        </message>
        <message>
            <source>cold, 99 %</source>
            <translation>冷点 99%</translation>
        </message>
        <message>
            <source>many</source>
            <translation>偏多</translation>
        </message>
        <message>
            <source>few</source>
            <translation>偏少</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>as expected</source>
            <translation>如预期</translation>
        </message>
        <message>
            <source>maybe</source>
            <translation>可能</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>County</source>
            <translation>县（市、区）</translation>
        </message>
        <message>
            <source>Kernel density</source>
            <translation>核密度</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>聚集区</translation>
        </message>
        <message>
            <source>Hexagon</source>
            <translation>六边形格</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>点位</translation>
        </message>
    </context>
    <context>
        <name>SavedQueries</name>
        <message>
            <source>Saved in the ledger: %1</source>
            <translation>台账中已存：%1</translation>
        </message>
        <message>
            <source>Name of the query</source>
            <translation>查询名称</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Keep this question in the ledger; the command line runs it as well</source>
            <translation>存入台账，命令行亦可运行</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Give the chosen question the name that is written</source>
            <translation>把选中的查询改为所填名称</translation>
        </message>
        <message>
            <source>Saved queries</source>
            <translation>已存查询</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>TargetField</name>
        <message>
            <source>Name, kind or kind:name</source>
            <translation>名称、类别或 类别:名称</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::HotspotForm</name>
        <message>
            <source>Radius of the kernel</source>
            <translation>核半径</translation>
        </message>
        <message>
            <source>Cell of the raster</source>
            <translation>栅格格宽</translation>
        </message>
        <message>
            <source>Sites nearer than</source>
            <translation>点位间距小于</translation>
        </message>
        <message>
            <source>Sites of a cluster, at least</source>
            <translation>聚集区最少点数</translation>
        </message>
        <message>
            <source>What is compared</source>
            <translation>比较单元</translation>
        </message>
        <message>
            <source>as the data allow</source>
            <translation>由数据决定</translation>
        </message>
        <message>
            <source>hexagons</source>
            <translation>六边形格</translation>
        </message>
        <message>
            <source>sites</source>
            <translation>点位</translation>
        </message>
        <message>
            <source>counties</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Neighbours within</source>
            <translation>邻域</translation>
        </message>
        <message>
            <source>Width of a hexagon</source>
            <translation>六边形宽度</translation>
        </message>
        <message>
            <source>Permutations</source>
            <translation>置换次数</translation>
        </message>
        <message>
            <source>False discovery rate</source>
            <translation>错误发现率</translation>
        </message>
        <message>
            <source>Also counties that no plan speaks of</source>
            <translation>包括方案未涉及的县区</translation>
        </message>
        <message>
            <source>What counts</source>
            <translation>计数方式</translation>
        </message>
        <message>
            <source>a place once for each problem</source>
            <translation>每个问题每处计一次</translation>
        </message>
        <message>
            <source>a place for each task</source>
            <translation>每项任务每处计一次</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>加权</translation>
        </message>
        <message>
            <source>each counts 1</source>
            <translation>各计 1</translation>
        </message>
        <message>
            <source>by state</source>
            <translation>按状态</translation>
        </message>
        <message>
            <source>by kind of place</source>
            <translation>按地点类型</translation>
        </message>
        <message>
            <source>by category</source>
            <translation>按类别</translation>
        </message>
        <message>
            <source>Known to, at worst</source>
            <translation>最差精度</translation>
        </message>
        <message>
            <source>%1 features would be found.</source>
            <translation>将得到 %1 个要素。</translation>
        </message>
        <message>
            <source>Hotspots: %1</source>
            <translation>热点：%1</translation>
        </message>
        <message>
            <source>Divided by numbers of the table</source>
            <translation>除以表中数值</translation>
        </message>
        <message>
            <source>path of a CSV or XLSX; empty: the area</source>
            <translation>CSV 或 XLSX 路径；不填：按面积</translation>
        </message>
        <message>
            <source>Its field</source>
            <translation>其字段</translation>
        </message>
        <message>
            <source>Rate per so many</source>
            <translation>比率单位</translation>
        </message>
        <message>
            <source>Name of the layer</source>
            <translation>图层名称</translation>
        </message>
        <message>
            <source>An older result of this name is replaced.</source>
            <translation>同名的旧结果将被替换。</translation>
        </message>
        <message>
            <source>Single weights</source>
            <translation>单项权重</translation>
        </message>
        <message>
            <source>overdue=3, water=2</source>
            <translation>已超期=3, 水=2</translation>
        </message>
        <message>
            <source>Can be weighed: %1</source>
            <translation>可加权：%1</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::OverlayForm</name>
        <message>
            <source>What two layers share</source>
            <translation>相交：两图层共有部分</translation>
        </message>
        <message>
            <source>What is left of one without the other</source>
            <translation>相减：扣除后所余</translation>
        </message>
        <message>
            <source>Both together</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Allowable mining area</source>
            <translation>允许开采范围</translation>
        </message>
        <message>
            <source>Ring around something</source>
            <translation>外扩环带</translation>
        </message>
        <message>
            <source>Strips along river banks</source>
            <translation>河岸带</translation>
        </message>
        <message>
            <source>Coverage of a grid</source>
            <translation>网格覆盖检查</translation>
        </message>
        <message>
            <source>What each feature of A shares with each of B, with its share of A.</source>
            <translation>甲的每个要素与乙的每个要素的共有部分，及其占甲的比例。</translation>
        </message>
        <message>
            <source>What is left of each feature of A without B.</source>
            <translation>甲的每个要素扣除乙之后所余。</translation>
        </message>
        <message>
            <source>What A and B share, and what is left of each; polygons only.</source>
            <translation>甲乙共有部分与各自所余；只用于面。</translation>
        </message>
        <message>
            <source>Mines minus zones and a pillar (保护煤柱) around the zones: before, overlap, pillar and after of each mine.</source>
            <translation>矿区扣除分区及其外推的保护煤柱：逐矿列出原面积、重叠、煤柱、剩余。</translation>
        </message>
        <message>
            <source>All within a distance of something, as the 20 km rule asks.</source>
            <translation>某处一定距离以内的范围，如 20 公里规定。</translation>
        </message>
        <message>
            <source>Strips measured outward from the bank: main stems and the rivers that run into them.</source>
            <translation>由岸线向外量起的带：干流及汇入的支流。</translation>
        </message>
        <message>
            <source>Gaps and overlaps of a grid that should cover an area without a seam.</source>
            <translation>应无缝覆盖某区域的网格的空隙与重叠。</translation>
        </message>
        <message>
            <source>may be left empty</source>
            <translation>可不填</translation>
        </message>
        <message>
            <source>A</source>
            <translation>甲</translation>
        </message>
        <message>
            <source>B</source>
            <translation>乙</translation>
        </message>
        <message>
            <source>Mines</source>
            <translation>矿山</translation>
        </message>
        <message>
            <source>Taken off</source>
            <translation>扣除的区域</translation>
        </message>
        <message>
            <source>Several stand side by side with a semicolon between them.</source>
            <translation>多个之间用分号隔开。</translation>
        </message>
        <message>
            <source>Width of the pillar</source>
            <translation>保护煤柱宽度</translation>
        </message>
        <message>
            <source>No text sets it, so it must be said; 0 is an answer too.</source>
            <translation>没有文件规定，须由您填写；0 亦可。</translation>
        </message>
        <message>
            <source>Around</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>Clipped to</source>
            <translation>裁剪至</translation>
        </message>
        <message>
            <source>Main stems</source>
            <translation>干流</translation>
        </message>
        <message>
            <source>Along main stems</source>
            <translation>干流两岸</translation>
        </message>
        <message>
            <source>Along tributaries</source>
            <translation>支流两岸</translation>
        </message>
        <message>
            <source>Tributaries</source>
            <translation>支流</translation>
        </message>
        <message>
            <source>empty: all that run into the main stems</source>
            <translation>不填：汇入干流的全部支流</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>a layer of your own, or a file</source>
            <translation>自己的图层或文件</translation>
        </message>
        <message>
            <source>It should cover</source>
            <translation>应覆盖</translation>
        </message>
        <message>
            <source>empty: gaps that its cells enclose</source>
            <translation>不填：网格所围的空隙</translation>
        </message>
        <message>
            <source>Slivers are thinner than</source>
            <translation>碎屑窄于</translation>
        </message>
        <message>
            <source>Name of the layer</source>
            <translation>图层名称</translation>
        </message>
        <message>
            <source>An older result of this name is replaced.</source>
            <translation>同名的旧结果将被替换。</translation>
        </message>
        <message>
            <source>Overlay: %1</source>
            <translation>叠加：%1</translation>
        </message>
        <message>
            <source>Features were left out or repaired: the result lists them.</source>
            <translation>有要素被修复或未采用：结果中已列出。</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::QueryFilter</name>
        <message>
            <source>County</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Role of the unit</source>
            <translation>单位角色</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::TargetList</name>
        <message>
            <source>whole layer, %1 features</source>
            <translation>整个图层，%1 个要素</translation>
        </message>
        <message>
            <source>looked at on the map</source>
            <translation>地图上选中</translation>
        </message>
        <message>
            <source>Drawn area</source>
            <translation>绘制区域</translation>
        </message>
        <message>
            <source>drawn last on the map</source>
            <translation>上次绘制</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::ResultSheet</name>
        <message>
            <source>Listing the result</source>
            <translation>整理结果</translation>
        </message>
    </context>
    <context>
        <name>LayerMenu</name>
        <message>
            <source>Zoom to the layer</source>
            <translation>缩放到图层</translation>
        </message>
        <message>
            <source>Table and parameters</source>
            <translation>属性表和参数</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>移除…</translation>
        </message>
        <message>
            <source>Rename the layer</source>
            <translation>重命名图层</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Name of the layer</source>
            <translation>图层名称</translation>
        </message>
        <message>
            <source>Remove the layer</source>
            <translation>移除图层</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Colour by a field…</source>
            <translation>按字段着色…</translation>
        </message>
        <message>
            <source>“%1” is taken out of the ledger, and the tasks are placed as without it. This cannot be undone; it can be added again.</source>
            <translation>“%1”将从台账中移除，任务按没有它时重新定位。此操作不能撤销，可以重新添加。</translation>
        </message>
        <message>
            <source>“%1” is taken out of the ledger. Undo (Ctrl+Z) puts it back while this window is open.</source>
            <translation>“%1”将从台账中移除。窗口关闭前可用撤销（Ctrl+Z）恢复。</translation>
        </message>
    </context>
    <context>
        <name>MeasureBar</name>
        <message>
            <source>Length %1</source>
            <translation>长度 %1</translation>
        </message>
        <message>
            <source>last piece %1</source>
            <translation>末段 %1</translation>
        </message>
        <message>
            <source>Area %1 km² = %2 ha = %3 mu, round it %4</source>
            <translation>面积 %1 km² = %2 公顷 = %3 亩，周长 %4</translation>
        </message>
        <message>
            <source>Stop measuring (Esc)</source>
            <translation>结束量算（Esc）</translation>
        </message>
        <message>
            <source>Geodesic (CGCS2000). Click the corners; Enter or a double click ends, Backspace takes one back, Esc stops measuring</source>
            <translation>椭球面量算（CGCS2000）。点击各点；回车或双击结束，退格撤回一点，Esc 退出量算</translation>
        </message>
    </context>
    <context>
        <name>PictureDialog</name>
        <message>
            <source>Export the map</source>
            <translation>导出地图</translation>
        </message>
        <message>
            <source>Choose file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Map of rectification tasks</source>
            <translation>整改任务分布图</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>As on the screen</source>
            <translation>当前屏幕</translation>
        </message>
        <message>
            <source>All tasks</source>
            <translation>全部任务</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Turned</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation>横向</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>纵向</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>The layers and tasks on show are drawn, with legend, scale bar, north arrow, date, sources and licences.</source>
            <translation>绘出当前显示的图层和任务，附图例、比例尺、指北针、日期、资料来源和许可。</translation>
        </message>
        <message>
            <source>Export the map as</source>
            <translation>导出地图为</translation>
        </message>
        <message>
            <source>Pictures (*.%1)</source>
            <translation>图片 (*.%1)</translation>
        </message>
    </context>
    <context>
        <name>zhengtu::map::LayerActions</name>
        <message>
            <source>Moving a layer</source>
            <translation>移动图层</translation>
        </message>
        <message>
            <source>Renaming a layer</source>
            <translation>重命名图层</translation>
        </message>
        <message>
            <source>Removing %1</source>
            <translation>移除 %1</translation>
        </message>
        <message>
            <source>%1 sites of %2 tasks are placed otherwise now</source>
            <translation>%2 项任务的 %1 个位置有变化</translation>
        </message>
        <message>
            <source>Layer %1 was removed</source>
            <translation>图层 %1 已移除</translation>
        </message>
        <message>
            <source>Colouring a layer</source>
            <translation>图层着色</translation>
        </message>
        <message>
            <source>Putting a layer back</source>
            <translation>恢复图层</translation>
        </message>
    </context>
    <context>
        <name>ColourSheet</name>
        <message>
            <source>Colour the layer by a field</source>
            <translation>按字段着色</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>着色</translation>
        </message>
        <message>
            <source>(one colour)</source>
            <translation>（单一颜色）</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>by size, five classes</source>
            <translation>按大小分五级</translation>
        </message>
        <message>
            <source>by value, twelve colours</source>
            <translation>按值分十二色</translation>
        </message>
        <message>
            <source>The classes hold about as many features each; they stand in the legend, on the map and on a sheet of it.</source>
            <translation>各级要素数大致相等；图例、地图和导出图上均会显示。</translation>
        </message>
    </context>
    <context>
        <name>Dossier</name>
        <message>
            <source>corrected by %1</source>
            <translation>%1 订正</translation>
        </message>
        <message>
            <source>The shape is schematic: do not measure on it.</source>
            <translation>该图形为示意，不可量测。</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>来源：%1</translation>
        </message>
        <message>
            <source>(no place named)</source>
            <translation>（未提及地点）</translation>
        </message>
        <message>
            <source>maybe (%1)</source>
            <translation>可能（%1）</translation>
        </message>
        <message>
            <source>The zone is schematic.</source>
            <translation>该区域为示意范围。</translation>
        </message>
        <message>
            <source>%1, from %2</source>
            <translation>%1，自%2量起</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>not run yet</source>
            <translation>尚未运行</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>陈述</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>尚未核对</translation>
        </message>
    </context>
    <context>
        <name>Sources</name>
        <message>
            <source>published facts</source>
            <translation>公开资料整理</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
</TS>
