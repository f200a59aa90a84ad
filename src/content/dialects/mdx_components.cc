// mdx_components.cc - the components of documentation tools that have a form in plain Markdown.
// Tested by tests/unit/content/dialects/mdx_components_test.cc.
#include "content/dialects/mdx_components.h"

#include <algorithm>
#include <array>

namespace signpost {
namespace {

using Form = MdxForm;

// Sorted by name.
constexpr MdxComponent kComponents[] = {
    {"A", Form::link, ""},
    {"Accordion", Form::fold, ""},
    {"Accordion.Item", Form::fold, ""},
    {"AccordionGroup", Form::wrap, ""},
    {"AccordionItem", Form::fold, ""},
    {"Accordions", Form::wrap, ""},
    {"Admonition", Form::box, ""},
    {"Alert", Form::box, "warning"},
    {"Anchor", Form::link, ""},
    {"Aside", Form::box, "note"},
    {"Badge", Form::text, ""},
    {"BrowserOnly", Form::wrap, ""},
    {"Button", Form::link, ""},
    {"Callout", Form::box, "note"},
    {"Card", Form::card, ""},
    {"CardGrid", Form::wrap, ""},
    {"CardGroup", Form::wrap, ""},
    {"Cards", Form::wrap, ""},
    {"Cards.Card", Form::card, ""},
    {"Caution", Form::box, "caution"},
    {"Center", Form::wrap, ""},
    {"Check", Form::box, "check"},
    {"ClientOnly", Form::wrap, ""},
    {"Code", Form::code, ""},
    {"CodeBlock", Form::code, ""},
    {"CodeGroup", Form::code_tabs, ""},
    {"CodeGroupItem", Form::tab, ""},
    {"Col", Form::wrap, ""},
    {"Collapse", Form::fold, ""},
    {"Collapsible", Form::fold, ""},
    {"Column", Form::wrap, ""},
    {"Columns", Form::wrap, ""},
    {"Danger", Form::box, "danger"},
    {"Details", Form::fold, ""},
    {"Disclosure", Form::fold, ""},
    {"Error", Form::box, "error"},
    {"Expandable", Form::fold, ""},
    {"ExpandableHeading", Form::fold, ""},
    {"Figure", Form::image, ""},
    {"FileTree", Form::wrap, ""},
    {"Frame", Form::wrap, ""},
    {"Grid", Form::wrap, ""},
    {"Head", Form::drop, ""},
    {"Hint", Form::box, "hint"},
    {"Icon", Form::drop, ""},
    {"Image", Form::image, ""},
    {"Img", Form::image, ""},
    {"Important", Form::box, "important"},
    {"Info", Form::box, "info"},
    {"Kbd", Form::wrap, ""},
    {"Link", Form::link, ""},
    {"LinkButton", Form::link, ""},
    {"LinkCard", Form::card, ""},
    {"LiteYouTubeEmbed", Form::video, ""},
    {"Loom", Form::video, ""},
    {"NavLink", Form::link, ""},
    {"Note", Form::box, "note"},
    {"ParamField", Form::field, ""},
    {"Property", Form::field, ""},
    {"ReactPlayer", Form::video, ""},
    {"RequestExample", Form::code_tabs, ""},
    {"ResponseExample", Form::code_tabs, ""},
    {"ResponseField", Form::field, ""},
    {"Row", Form::wrap, ""},
    {"Spoiler", Form::fold, ""},
    {"Step", Form::step, ""},
    {"Steps", Form::steps, ""},
    {"Success", Form::box, "success"},
    {"TOCInline", Form::drop, ""},
    {"Tab", Form::tab, ""},
    {"TabGroup", Form::tabs, ""},
    {"TabItem", Form::tab, ""},
    {"TabList", Form::wrap, ""},
    {"TabPanel", Form::tab, ""},
    {"Tabs", Form::tabs, ""},
    {"Tabs.Tab", Form::tab, ""},
    {"ThemedImage", Form::image, ""},
    {"Tip", Form::box, "tip"},
    {"Tooltip", Form::wrap, ""},
    {"Trans", Form::wrap, ""},
    {"Translate", Form::wrap, ""},
    {"Update", Form::heading, ""},
    {"Video", Form::video, ""},
    {"Vimeo", Form::video, ""},
    {"Warn", Form::box, "warning"},
    {"Warning", Form::box, "warning"},
    {"YouTube", Form::video, ""},
    {"YouTubeEmbed", Form::video, ""},
    {"Youtube", Form::video, ""},
    {"Zoom", Form::wrap, ""},
};

constexpr bool by_name(const MdxComponent& a, const MdxComponent& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(kComponents), std::end(kComponents), by_name));

}  // namespace

const MdxComponent* find_mdx_component(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(kComponents), std::end(kComponents),
                                       MdxComponent{name, Form::wrap, ""}, by_name);
  return found != std::end(kComponents) && found->name == name ? found : nullptr;
}

bool is_block_form(MdxForm form) {
  switch (form) {
    case Form::box:
    case Form::fold:
    case Form::tabs:
    case Form::tab:
    case Form::code_tabs:
    case Form::steps:
    case Form::step:
    case Form::card:
    case Form::field:
    case Form::heading:
      return true;
    default:
      return false;
  }
}

}  // namespace signpost
