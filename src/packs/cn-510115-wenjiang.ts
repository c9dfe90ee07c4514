import type { PolicyPack } from "../policy/index.js";

/**
 * 四川省成都市温江区政策包. What Wenjiang's report on its twelve school groups says, clauses W1 to W7: the loose form, targets of quality schools, 五同,
 * 四同三共享, measures and guarantees.
 *
 * Use it with `cn` for districts with the code 510115. Its targets count schools designated as quality schools (优质), not schools in groups; without
 * designations they are `undetermined`. Reports and plans are benchmarks that are reached or not reached. Source: clauses W1–W7 of the report, which
 * bears no date.
 */
export const wenjiang: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "cn-510115-wenjiang",
  version: "1.0.0",
  label: { "zh-CN": "温江区集团化办学", en: "School groups in Wenjiang District" },
  jurisdiction: { code: "510115", label: { "zh-CN": "四川省成都市温江区", en: "Wenjiang District, Chengdu, Sichuan" } },
  sources: [
    {
      id: "wenjiang",
      title: { "zh-CN": "推进优质教育资源满覆盖的情况汇报", en: "Report on covering the district with quality education" },
      force: "reported-practice",
      note: { "zh-CN": "原文无日期。", en: "The document bears no date." },
    },
    {
      id: "wenjiang-targets",
      title: { "zh-CN": "推进优质教育资源满覆盖的情况汇报（目标部分）", en: "The same report, its targets" },
      force: "plan",
      citedIn: "wenjiang",
      note: {
        "zh-CN": "汇报所载的规划目标，按规划归类；“2022年”存疑。",
        en: "The plan's targets inside the report; the year 2022 is doubtful.",
      },
    },
    {
      id: "chengdu-36",
      title: { "zh-CN": "成教〔XX〕36号文件", en: "Document 成教〔XX〕36号" },
      force: "guidance",
      number: "成教〔XX〕36号",
      citedIn: "wenjiang",
      note: {
        "zh-CN": "标题和年份未印；来源未载文件效力，按指导意见归类。",
        en: "Title and year are not printed, nor is its force; filed as guidance.",
      },
    },
  ],
  parameters: [
    {
      id: "wenjiang.quality-coverage.kindergarten",
      label: { "zh-CN": "优质幼儿园覆盖率目标", en: "target coverage by quality kindergartens" },
      unit: "ratio",
      values: [{ value: "0.85", basis: { kind: "policy", citations: [{ source: "wenjiang-targets", clause: "W4" }] } }],
    },
    {
      id: "wenjiang.quality-coverage.compulsory",
      label: { "zh-CN": "义务教育优质学校覆盖率目标", en: "target coverage by quality schools, compulsory education" },
      unit: "ratio",
      values: [{ value: "0.85", basis: { kind: "policy", citations: [{ source: "wenjiang-targets", clause: "W4" }] } }],
    },
    {
      id: "wenjiang.quality-coverage.senior",
      label: { "zh-CN": "普通高中优质学校覆盖率目标", en: "target coverage by quality schools, general senior high" },
      unit: "ratio",
      values: [{ value: "1", basis: { kind: "policy", citations: [{ source: "wenjiang-targets", clause: "W4" }] } }],
    },
    {
      id: "wenjiang.hardware-years",
      label: { "zh-CN": "牵头校与成员校硬件均衡年限", en: "years until hardware of lead and members is balanced" },
      unit: "years",
      values: [
        {
          value: "3",
          basis: {
            kind: "policy",
            citations: [
              { source: "wenjiang-targets", clause: "W4" },
              { source: "wenjiang", clause: "W6" },
            ],
          },
        },
      ],
    },
  ],
  rules: [
    {
      id: "wenjiang.quality-coverage.kindergarten",
      kind: "coverage",
      label: { "zh-CN": "到2022年优质幼儿园覆盖率达85%", en: "By 2022 quality kindergartens cover 85 %" },
      topic: "coverage",
      citations: [{ source: "wenjiang-targets", clause: "W4" }],
      modality: "must",
      appliesTo: { subject: "district" },
      due: "2022-12-31",
      population: { stages: ["kindergarten"] },
      covered: { by: "designation", designation: "quality" },
      bounds: { atLeast: "wenjiang.quality-coverage.kindergarten" },
      note: {
        "zh-CN": "计优质学校，不计入集团学校；须有各校认定。",
        en: "Counts quality schools, not schools in groups: each school's designation is needed.",
      },
    },
    {
      id: "wenjiang.quality-coverage.compulsory",
      kind: "coverage",
      label: { "zh-CN": "到2022年义务教育优质学校覆盖率达85%", en: "By 2022 quality schools cover 85 % in compulsory education" },
      topic: "coverage",
      citations: [{ source: "wenjiang-targets", clause: "W4" }],
      modality: "must",
      appliesTo: { subject: "district" },
      due: "2022-12-31",
      population: { stages: ["primary", "junior"] },
      covered: { by: "designation", designation: "quality" },
      bounds: { atLeast: "wenjiang.quality-coverage.compulsory" },
      note: {
        "zh-CN": "计优质学校，不计入集团学校；须有各校认定。",
        en: "Counts quality schools, not schools in groups: each school's designation is needed.",
      },
    },
    {
      id: "wenjiang.quality-coverage.senior",
      kind: "coverage",
      label: { "zh-CN": "到2022年普通高中优质学校覆盖率达100%", en: "By 2022 quality schools cover 100 % in general senior high" },
      topic: "coverage",
      citations: [{ source: "wenjiang-targets", clause: "W4" }],
      modality: "must",
      appliesTo: { subject: "district" },
      due: "2022-12-31",
      population: { stages: ["senior"] },
      covered: { by: "designation", designation: "quality" },
      bounds: { atLeast: "wenjiang.quality-coverage.senior" },
      note: {
        "zh-CN": "计优质学校，不计入集团学校；须有各校认定。",
        en: "Counts quality schools, not schools in groups: each school's designation is needed.",
      },
    },
    {
      id: "wenjiang.form",
      kind: "structure",
      label: { "zh-CN": "集团为松散型", en: "The group is of the loose form" },
      topic: "governance",
      citations: [{ source: "wenjiang", clause: "W3" }],
      modality: "must",
      appliesTo: { subject: "group" },
      feature: { measure: "form" },
      oneOf: ["wenjiang.loose"],
    },
    {
      id: "wenjiang.legal-person.lead",
      kind: "presence",
      label: { "zh-CN": "龙头校为独立法人", en: "The lead is an independent legal person" },
      topic: "governance",
      citations: [{ source: "wenjiang", clause: "W3" }],
      modality: "must",
      appliesTo: { subject: "lead" },
      what: { measure: "legal-person" },
    },
    {
      id: "wenjiang.legal-person.member",
      kind: "presence",
      label: { "zh-CN": "成员校为独立法人", en: "Members are independent legal persons" },
      topic: "governance",
      citations: [{ source: "wenjiang", clause: "W3" }],
      modality: "must",
      appliesTo: { subject: "member" },
      what: { measure: "legal-person" },
    },
    {
      id: "wenjiang.lead-not-weakened",
      kind: "presence",
      label: { "zh-CN": "保证名优学校“软实力”不被削弱", en: "The soft power of the famous school must not be weakened" },
      topic: "value-added",
      citations: [{ source: "wenjiang", clause: "W5" }],
      modality: "must-not",
      appliesTo: { subject: "lead" },
      what: { measure: "lead-dilution" },
    },
    {
      id: "wenjiang.special-budget",
      kind: "presence",
      label: { "zh-CN": "每年安排集团化办学专项经费", en: "A special budget for groups every year" },
      topic: "support",
      citations: [{ source: "wenjiang", clause: "W7" }],
      modality: "must",
      appliesTo: { subject: "group" },
      what: { measure: "governance-item", of: "special-budget", where: { per: "year" } },
    },
  ],
  frameworks: [
    {
      id: "wenjiang.five-togethers",
      label: { "zh-CN": "五同", en: "Five Togethers" },
      kind: "goals",
      citations: [{ source: "wenjiang", clause: "W5" }],
      items: [
        { id: "management", label: { "zh-CN": "城乡学校管理同探索", en: "management explored together" }, measures: [] },
        { id: "teachers", label: { "zh-CN": "城乡教师队伍同发展", en: "teachers develop together" }, measures: [] },
        { id: "pupils", label: { "zh-CN": "城乡学生成长同进步", en: "pupils progress together" }, measures: [] },
        { id: "quality", label: { "zh-CN": "城乡教育质量同提高", en: "quality rises together" }, measures: [] },
        { id: "culture", label: { "zh-CN": "城乡学校文化同繁荣", en: "culture flourishes together" }, measures: [] },
      ],
    },
    {
      id: "wenjiang.four-togethers-three-shared",
      label: { "zh-CN": "四同三共享", en: "Four Togethers, Three Shared" },
      kind: "goals",
      citations: [{ source: "wenjiang", clause: "W5" }],
      items: [
        { id: "research", label: { "zh-CN": "共同教研", en: "joint teaching research" }, measures: [] },
        { id: "science", label: { "zh-CN": "共同科研", en: "joint research" }, measures: [] },
        { id: "training", label: { "zh-CN": "共同培训", en: "joint training" }, measures: [] },
        { id: "development", label: { "zh-CN": "共同发展", en: "joint development" }, measures: [] },
        { id: "information", label: { "zh-CN": "共享前沿信息", en: "shared frontier information" }, measures: [] },
        { id: "resources", label: { "zh-CN": "共享教育资源", en: "shared educational resources" }, measures: [] },
        { id: "results", label: { "zh-CN": "共享发展成果", en: "shared results of development" }, measures: [] },
      ],
    },
    {
      id: "wenjiang.principles",
      label: { "zh-CN": "办学原则", en: "Principles" },
      kind: "goals",
      citations: [{ source: "wenjiang", clause: "W5" }],
      items: [
        { id: "five-togethers", label: { "zh-CN": "五同", en: "Five Togethers" }, measures: [] },
        { id: "four-togethers-three-shared", label: { "zh-CN": "四同三共享", en: "Four Togethers, Three Shared" }, measures: [] },
        {
          id: "quality-first",
          label: {
            "zh-CN": "优质优先，保证名优学校“软实力”不被削弱",
            en: "quality first: the soft power of the famous school is not weakened",
          },
          measures: ["wenjiang.lead-not-weakened"],
        },
        { id: "own-character", label: { "zh-CN": "成员校保持特色", en: "members keep their own character" }, measures: [] },
      ],
      announced: 5,
      note: {
        "zh-CN": "原文称五项原则，印出四个标题；各项名称据内容所记。",
        en: "Five principles are announced, four headings printed; the items are named by their content.",
      },
    },
    {
      id: "wenjiang.measures",
      label: { "zh-CN": "主要措施", en: "Measures" },
      kind: "activities",
      citations: [{ source: "wenjiang", clause: "W6" }],
      items: [
        { id: "administration", label: { "zh-CN": "行政资源共享", en: "administrative resources shared" }, measures: [] },
        { id: "teachers", label: { "zh-CN": "教师交流互动", en: "teachers exchanged" }, measures: [] },
        { id: "resources", label: { "zh-CN": "开放教育教学资源", en: "teaching resources opened" }, measures: [] },
        { id: "hardware", label: { "zh-CN": "保障硬件配置", en: "hardware secured" }, measures: [] },
      ],
    },
  ],
  evaluations: [
    {
      id: "wenjiang.lead-assessment",
      label: { "zh-CN": "龙头校考核：成员校软实力提升", en: "Assessment of the lead by the rise of its members' soft power" },
      citations: [{ source: "wenjiang", clause: "W7" }],
      of: "lead",
      dimensions: [{ id: "members-soft-power", label: { "zh-CN": "成员校软实力提升", en: "rise of the members' soft power" } }],
      open: true,
      uses: {
        "zh-CN": "集团及集团领导按目标完成情况和业绩奖励",
        en: "groups and their leaders are rewarded by target completion and performance",
      },
    },
  ],
  forms: [
    {
      id: "wenjiang.loose",
      label: { "zh-CN": "松散型", en: "loose" },
      citations: [{ source: "wenjiang", clause: "W3" }],
      legalForm: "multiple-legal-persons",
      features: [
        { "zh-CN": "龙头校与成员校均为独立法人", en: "lead and members are independent legal persons" },
        { "zh-CN": "人、财、物、事各自独立", en: "people, money, property and affairs stay separate" },
        { "zh-CN": "各校关系平等", en: "relations are equal" },
        {
          "zh-CN": "龙头校输出品牌、管理和资源，联合培训教师，与成员校交流",
          en: "the lead exports brand, management and resources, trains teachers jointly and exchanges with members",
        },
      ],
    },
  ],
  governanceItems: [
    {
      id: "special-budget",
      kind: "fund",
      label: { "zh-CN": "集团化办学专项经费（年度）", en: "special budget for groups, yearly" },
      citations: [{ source: "wenjiang", clause: "W7" }],
    },
  ],
  exchangeKinds: [
    {
      id: "wenjiang.leaders-posted",
      label: { "zh-CN": "行政和教学管理干部下派", en: "principals and teaching managers posted to members" },
      citations: [{ source: "wenjiang", clause: "W6" }],
      attributes: { purpose: "lead" },
    },
    {
      id: "wenjiang.backbone-teaching",
      label: { "zh-CN": "骨干教师到成员校任教", en: "backbone teachers teach at members" },
      citations: [{ source: "wenjiang", clause: "W6" }],
      attributes: { purpose: "teach" },
    },
    {
      id: "wenjiang.lessons-brought",
      label: { "zh-CN": "送教", en: "lessons brought to members" },
      citations: [{ source: "wenjiang", clause: "W6" }],
      attributes: { purpose: "visit", load: "occasional" },
    },
    {
      id: "wenjiang.sitting-in",
      label: { "zh-CN": "随班学习", en: "members' teachers sit in at the lead" },
      citations: [{ source: "wenjiang", clause: "W6" }],
      attributes: { purpose: "learn" },
    },
    {
      id: "wenjiang.lectures",
      label: { "zh-CN": "专题讲座", en: "lectures" },
      citations: [{ source: "wenjiang", clause: "W6" }],
      attributes: { purpose: "visit", load: "occasional" },
    },
    {
      id: "wenjiang.rotation",
      label: { "zh-CN": "校长、教师轮岗", en: "rotation of principals and teachers" },
      citations: [{ source: "wenjiang", clause: "W7" }],
    },
  ],
  statements: [
    {
      id: "wenjiang.cited-document",
      citations: [{ source: "wenjiang" }, { source: "chengdu-36" }],
      text: {
        "zh-CN": "汇报引用成教〔XX〕36号，标题和年份未印。",
        en: "The report cites document 36 of the Chengdu Education Bureau; title and year are not printed.",
      },
    },
    {
      id: "wenjiang.schools",
      citations: [{ source: "wenjiang", clause: "W1" }],
      text: {
        "zh-CN":
          "公办学校26所：普通高完中2所、九年一贯制学校10所、职业学校1所、独立小学或初中11所、幼儿园2所；民办或乡镇14所，其中幼儿园12所。集团于“今年5月”启动，尚未挂牌。",
        en: '26 public schools: 2 senior or complete secondary, 10 nine-year, 1 vocational, 11 separate primary or junior, 2 kindergartens; 14 private or township, 12 of them kindergartens. Groups were started "this May"; inauguration is still to come.',
      },
      figures: [
        { label: { "zh-CN": "公办学校", en: "public schools" }, value: "26" },
        { label: { "zh-CN": "普通高完中", en: "senior or complete secondary" }, value: "2" },
        { label: { "zh-CN": "九年一贯制学校", en: "nine-year schools" }, value: "10" },
        { label: { "zh-CN": "职业学校", en: "vocational school" }, value: "1" },
        { label: { "zh-CN": "独立小学或初中", en: "separate primary or junior" }, value: "11" },
        { label: { "zh-CN": "公办幼儿园", en: "public kindergartens" }, value: "2" },
        { label: { "zh-CN": "民办或乡镇学校", en: "private or township" }, value: "14" },
        { label: { "zh-CN": "其中幼儿园", en: "of them kindergartens" }, value: "12" },
      ],
    },
    {
      id: "wenjiang.groups",
      citations: [{ source: "wenjiang", clause: "W2" }],
      text: {
        "zh-CN":
          "组建12个集团；职教园区教育集团为区域性集团，未设龙头校，成员有区外学校。首个集团成员印作“涌泉学校永宁中学”，两校之间缺分隔符。",
        en: "12 groups; the vocational park's is regional, names no lead and has members beyond the district's schools. The first row prints 涌泉学校永宁中学 without a separator.",
      },
      figures: [{ label: { "zh-CN": "集团", en: "groups" }, value: "12" }],
    },
    {
      id: "wenjiang.vocational-target",
      citations: [{ source: "wenjiang-targets", clause: "W4" }],
      text: { "zh-CN": "职业教育集团对接区内主导产业。", en: "A vocational group tied to the district's main industries." },
    },
    {
      id: "wenjiang.hardware",
      citations: [{ source: "wenjiang-targets", clause: "W4" }],
      text: {
        "zh-CN": "三年内实现龙头校与成员校硬件均衡，达到市标准化学校配置。",
        en: "Hardware of lead and members balanced within three years, to the city's standard-school configuration.",
      },
      figures: [{ label: { "zh-CN": "年限", en: "years" }, value: "3" }],
    },
    {
      id: "wenjiang.equipment",
      citations: [{ source: "wenjiang", clause: "W6" }],
      text: {
        "zh-CN": "三年内设备配置达标；开放图书馆、实验室、设备。",
        en: "Equipment brought to standard in three years; libraries, laboratories and equipment opened.",
      },
      figures: [{ label: { "zh-CN": "年限", en: "years" }, value: "3" }],
    },
    {
      id: "wenjiang.lead-posts",
      citations: [{ source: "wenjiang", clause: "W6" }],
      text: {
        "zh-CN": "龙头校向成员校下派校长和教学管理干部；骨干教师到成员校任教，常态送教，成员校教师随班学习，开设讲座。",
        en: "The lead posts principals and teaching managers to members; backbone teachers teach at members, lessons are brought regularly, members' teachers sit in at the lead, lectures.",
      },
    },
    {
      id: "wenjiang.personnel-relation",
      citations: [{ source: "wenjiang", clause: "W7" }],
      text: {
        "zh-CN": "鼓励外派干部、骨干教师接转人事关系，也可保留在原学校。",
        en: "A cadre or backbone teacher posted out is encouraged to transfer the personnel relation and may also keep it at the original school.",
      },
    },
    {
      id: "wenjiang.monitoring",
      citations: [{ source: "wenjiang", clause: "W7" }],
      text: {
        "zh-CN": "对集团定期监测、督导；成员校软实力提升作为龙头校考核的重要内容；按目标完成情况和业绩奖励集团及其领导，未给出数字。",
        en: "Groups are monitored regularly and supervised; the rise of members' soft power is an important part of the lead's own assessment; groups and their leaders are rewarded by target completion and performance. No figure.",
      },
    },
  ],
};
