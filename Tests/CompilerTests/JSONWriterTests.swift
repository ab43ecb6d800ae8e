import Compiler
import Testing

@Suite struct JSONWriterTests {
    @Test func nestingAndCommas() {
        var json = JSONWriter()
        json.beginArray()
        json.value(1)
        json.beginObject()
        json.member("a", true)
        json.key("b")
        json.beginArray()
        json.endArray()
        json.endObject()
        json.endArray()
        #expect(String(decoding: json.bytes, as: UTF8.self) == "[\n  1,\n  {\n    \"a\": true,\n    \"b\": []\n  }\n]\n")
    }

    @Test func escapes() {
        var json = JSONWriter()
        json.beginArray()
        json.value("\"\\\u{0}\u{1F}\u{7F}\n\r\t/é\u{1F600}")
        json.endArray()
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == "[\n  \"\\\"\\\\\\u0000\\u001f\\u007f\\n\\r\\t/é\u{1F600}\"\n]\n")
    }
}
