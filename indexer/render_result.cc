// render_result.cc - field by field, in the order of the structs.
#include "indexer/render_result.h"

#include "base/fnv1a.h"
#include "content/link_targets.h"
#include "content/wiki_names.h"

namespace signpost {

void put_texts(WireWriter& out, const std::vector<std::string>& texts) {
  out.number(static_cast<uint32_t>(texts.size()));
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> get_texts(WireReader& in) {
  std::vector<std::string> texts(in.count());
  for (std::string& text : texts) text = in.text();
  return texts;
}

namespace {

void put_leftovers(WireWriter& out, const Leftovers& leftovers) {
  out.number(static_cast<uint32_t>(leftovers.kinds().size()));
  for (const auto& [kind, found] : leftovers.kinds()) {
    out.text(kind);
    out.number(found.count);
    out.number(static_cast<uint32_t>(found.places.size()));
    for (const LeftoverPlace& place : found.places) {
      out.text(place.path);
      out.number(place.line);
    }
  }
}

Leftovers get_leftovers(WireReader& in) {
  Leftovers leftovers;
  for (uint32_t kinds = in.count(); kinds > 0; --kinds) {
    const std::string_view kind = in.text();
    LeftoverCount found{in.number<uint64_t>(), {}};
    found.places.resize(in.count());
    for (LeftoverPlace& place : found.places) {
      place.path = in.text();
      place.line = in.number<int>();
    }
    leftovers.put(kind, std::move(found));
  }
  return leftovers;
}

}  // namespace

void put_facts(WireWriter& out, const DocumentFacts& facts) {
  out.text(facts.category);
  put_texts(out, facts.products);
  out.text(facts.updated);
  put_texts(out, facts.aliases);
  out.number(static_cast<uint32_t>(facts.anchors.size()));
  for (const uint64_t anchor : facts.anchors) out.number(anchor);
  out.number(facts.headings);
  out.number(static_cast<uint32_t>(facts.sections.size()));
  for (const uint64_t section : facts.sections) out.number(section);
  out.number(static_cast<uint32_t>(facts.links.size()));
  for (const LinkFact& link : facts.links) {
    out.number(link.target);
    out.number(link.line);
    out.number(link.column);
    out.text(link.fragment);
    out.text(link.path);
  }
  out.number(static_cast<uint32_t>(facts.addresses.size()));
  for (const AddressFact& address : facts.addresses) {
    out.number(address.line);
    out.number(address.column);
    out.text(address.address);
    out.text(address.path);
  }
  put_texts(out, facts.assets);
  put_texts(out, facts.unknown_keys);
  put_leftovers(out, facts.leftovers);
  out.text(facts.lacks_font);
  out.number(facts.blocks.has_value());
  if (facts.blocks) {
    out.number(static_cast<uint32_t>(facts.blocks->size()));
    for (const BlockFact& block : *facts.blocks) out.number(block);
  }
  out.number(static_cast<uint32_t>(facts.asked.size()));
  for (const uint64_t path : facts.asked) out.number(path);
}

void put_diagnostics(WireWriter& out, const std::vector<Diagnostic>& diagnostics) {
  out.number(static_cast<uint32_t>(diagnostics.size()));
  for (const Diagnostic& diagnostic : diagnostics) {
    out.number(diagnostic.severity);
    out.text(diagnostic.path);
    out.number(diagnostic.line);
    out.number(diagnostic.column);
    out.text(diagnostic.rule);
    out.text(diagnostic.message);
    out.text(diagnostic.target);
  }
}

DocumentFacts get_facts(WireReader& in) {
  DocumentFacts facts;
  facts.category = in.text();
  facts.products = get_texts(in);
  facts.updated = in.text();
  facts.aliases = get_texts(in);
  facts.anchors.resize(in.count());
  for (uint64_t& anchor : facts.anchors) anchor = in.number<uint64_t>();
  facts.headings = in.number<uint32_t>();
  facts.sections.resize(in.count());
  for (uint64_t& section : facts.sections) section = in.number<uint64_t>();
  facts.links.resize(in.count());
  for (LinkFact& link : facts.links) {
    link.target = in.number<uint32_t>();
    link.line = in.number<int>();
    link.column = in.number<int>();
    link.fragment = in.text();
    link.path = in.text();
  }
  facts.addresses.resize(in.count());
  for (AddressFact& address : facts.addresses) {
    address.line = in.number<int>();
    address.column = in.number<int>();
    address.address = in.text();
    address.path = in.text();
  }
  facts.assets = get_texts(in);
  facts.unknown_keys = get_texts(in);
  facts.leftovers = get_leftovers(in);
  facts.lacks_font = in.text();
  if (in.number<bool>()) {
    facts.blocks.emplace(in.count());
    for (BlockFact& block : *facts.blocks) block = in.number<BlockFact>();
  }
  facts.asked.resize(in.count());
  for (uint64_t& path : facts.asked) path = in.number<uint64_t>();
  return facts;
}

std::vector<Diagnostic> get_diagnostics(WireReader& in) {
  std::vector<Diagnostic> diagnostics(in.count());
  for (Diagnostic& diagnostic : diagnostics) {
    diagnostic.severity = in.number<Severity>();
    diagnostic.path = in.text();
    diagnostic.line = in.number<int>();
    diagnostic.column = in.number<int>();
    diagnostic.rule = in.text();
    diagnostic.message = in.text();
    diagnostic.target = in.text();
  }
  return diagnostics;
}

uint64_t hash_anchor(std::string_view anchor) { return fnv1a(anchor); }

uint64_t hash_path(std::string_view path) { return hash_anchor(usual_spelling(page_stem(path))); }
uint64_t hash_name(std::string_view path) { return hash_anchor("[[" + wiki_name(path)); }

std::string to_wire(const RenderResult& result) {
  std::string bytes;
  bytes.reserve(result.encoded.size() + 1024);
  WireWriter out(bytes);
  out.number(result.indexed);
  out.text(result.encoded);
  put_facts(out, result.facts);
  put_diagnostics(out, result.diagnostics);
  return bytes;
}

RenderResult result_from_wire(std::string_view bytes) {
  WireReader in(bytes);
  RenderResult result;
  result.indexed = in.number<bool>();
  result.encoded = in.text();
  result.facts = get_facts(in);
  result.diagnostics = get_diagnostics(in);
  if (!in.at_end()) throw Error(ErrorKind::internal, "a child process sent more than a result");
  return result;
}

}  // namespace signpost
