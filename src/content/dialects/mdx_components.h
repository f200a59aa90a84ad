// mdx_components.h - the components of documentation tools that have a form in plain Markdown.
// Tested by tests/unit/content/dialects/mdx_components_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace signpost {

enum class MdxForm : uint8_t {
  box,        // a callout, of the kind that the component or its `type` says
  fold,       // shown when asked for
  tabs,       // a group of tabs
  tab,        // one of them
  code_tabs,  // a group of code blocks, each of them a tab
  steps,      // numbered steps
  step,       // one of them
  card,       // an item of a list: a linked title with text
  field,      // an item of a list: a parameter with its type
  heading,    // a title with text: an entry of a list of changes
  image,
  video,  // a link to it
  link,
  text,  // what its attribute says, then what stands in it
  code,  // a block of code given as a string
  wrap,  // only what stands in it
  drop,  // nothing of it, nor of what stands in it
};

struct MdxComponent {
  std::string_view name;
  MdxForm form;
  std::string_view kind;  // of a box
};

// Of Docusaurus, Mintlify, Nextra, Starlight, VitePress and others; nullptr for one that none of them has.
const MdxComponent* find_mdx_component(std::string_view name);

// True for a form that stands on lines of its own, whatever is around it.
bool is_block_form(MdxForm form);

}  // namespace signpost
