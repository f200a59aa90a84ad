// mdx_values.cc - what the attributes of components say: texts and addresses.
// Tested by tests/unit/content/dialects/mdx_values_test.cc.
#include "content/dialects/mdx_values.h"

#include "base/ascii.h"
#include "base/escape.h"
#include "content/html_elements.h"

namespace signpost {
namespace {

std::string one_line_of(std::string_view text) {
  std::string line;
  for (const char c : trimmed(text)) {
    const bool space = is_space(c);
    if (!space || line.back() != ' ') line += space ? ' ' : c;
  }
  return line;
}

std::string address_of(const JsxAttribute& attribute, const MdxImports& imports) {
  if (!attribute.expression) return std::string(attribute.value);
  if (auto text = literal_value(attribute.value)) return std::move(*text);
  if (const auto found = imports.find(attribute.value.substr(0, attribute.value.find('.')));
      found != imports.end())
    return found->second;
  std::vector<std::string> strings = strings_in(attribute.value);
  return strings.empty() ? std::string() : std::move(strings.front());
}

bool is_void_element(std::string_view name) { return element_info(name).is_void; }

}  // namespace

std::string text_value(const JsxTag& tag, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const JsxAttribute* attribute = tag.find(name);
    if (attribute == nullptr || is_blank(attribute->value)) continue;
    if (!attribute->expression) return one_line_of(attribute->value);
    if (const auto text = literal_value(attribute->value); text && !is_blank(*text))
      return one_line_of(*text);
  }
  return {};
}

std::string address_value(const JsxTag& tag, std::initializer_list<std::string_view> names,
                          const MdxImports& imports) {
  for (const std::string_view name : names) {
    const JsxAttribute* attribute = tag.find(name);
    if (attribute == nullptr) continue;
    if (std::string address = one_line_of(address_of(*attribute, imports)); !address.empty()) return address;
  }
  return {};
}

std::vector<std::string> list_value(const JsxTag& tag, std::string_view name) {
  const JsxAttribute* attribute = tag.find(name);
  return attribute != nullptr && attribute->expression ? strings_in(attribute->value)
                                                       : std::vector<std::string>();
}

std::vector<std::pair<std::string, std::string>> labels_of_values(const JsxTag& tag) {
  std::vector<std::pair<std::string, std::string>> labels;
  const JsxAttribute* attribute = tag.find("values");
  if (attribute == nullptr || !attribute->expression) return labels;
  std::string_view rest = attribute->value;
  for (size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    rest.remove_prefix(open + 1);
    const std::string_view object = rest.substr(0, rest.find('}'));
    std::vector<std::string> strings = strings_in(object);
    if (strings.size() != 2) continue;
    const bool label_first = object.find("label") < object.find("value");
    labels.emplace_back(std::move(strings[label_first ? 1 : 0]), std::move(strings[label_first ? 0 : 1]));
  }
  return labels;
}

std::string plain_markdown(std::string_view text) {
  std::string out;
  for (const char c : one_line_of(text)) {
    if (std::string_view("\\`*_[]<>|$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string plain_markup(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("&<>\\`*_[]{}|#~$=").find(c) != std::string_view::npos) {
      out += "&#" + std::to_string(static_cast<int>(c)) + ";";
    } else {
      out += is_space(c) ? ' ' : c;
    }
  }
  return out;
}

std::string enclosed_target(std::string_view address) {
  std::string target = "(<";
  for (const char c : address) {
    if (c == '<') target += "%3C";
    if (c == '>') target += "%3E";
    if (c != '<' && c != '>' && c != '\n') target += c;
  }
  return target + ">)";
}

std::string html_tag_of(const JsxTag& tag, const MdxImports& imports) {
  if (tag.closing) return "</" + tag.name + ">";
  std::string html = "<" + tag.name;
  for (const JsxAttribute& attribute : tag.attributes) {
    if (!is_letter(attribute.name[0])) continue;  // of Vue: ":class", "@click"
    const bool address = is_one_of(attribute.name, {"src", "href", "poster"});
    std::string value(attribute.value);
    if (attribute.expression && address) value = address_of(attribute, imports);
    if (attribute.expression && !address) value = literal_value(attribute.value).value_or("");
    if (attribute.expression && value.empty()) continue;
    html += " " + attribute.name;
    if (value.empty() && attribute.value.data() == nullptr) continue;
    const char quote = value.find('"') == std::string::npos ? '"' : '\'';
    html += "=";
    html += quote;
    html += value;
    html += quote;
  }
  html += ">";
  if (tag.self_closing && !is_void_element(lower_case(tag.name))) html += "</" + tag.name + ">";
  return html;
}

}  // namespace signpost
