// feed_xml.h - a feed as libxml2 reads it.
#pragma once

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <string>
#include <vector>

namespace signpost {

// Texts of what an XPath finds, with "a:" for Atom's names.
class FeedXml {
 public:
  explicit FeedXml(const std::string& text)
      : document_(
            xmlReadMemory(text.data(), static_cast<int>(text.size()), "feed", nullptr, XML_PARSE_NONET)),
        context_(xmlXPathNewContext(document_)) {
    xmlXPathRegisterNs(context_, BAD_CAST "a", BAD_CAST "http://www.w3.org/2005/Atom");
  }
  ~FeedXml() {
    xmlXPathFreeContext(context_);
    xmlFreeDoc(document_);
  }
  bool is_xml() const { return document_ != nullptr; }
  std::vector<std::string> find(const char* path) const {
    std::vector<std::string> all;
    xmlXPathObject* found = xmlXPathEvalExpression(BAD_CAST path, context_);
    for (int i = 0; found->nodesetval != nullptr && i < found->nodesetval->nodeNr; ++i) {
      xmlChar* text = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
      all.emplace_back(reinterpret_cast<char*>(text));
      xmlFree(text);
    }
    xmlXPathFreeObject(found);
    return all;
  }

  FeedXml(const FeedXml&) = delete;
  FeedXml& operator=(const FeedXml&) = delete;

 private:
  xmlDoc* document_;
  xmlXPathContext* context_;
};

}  // namespace signpost
