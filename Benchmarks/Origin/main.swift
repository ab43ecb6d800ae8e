import BenchSupport

var loop = Loop(Options.read())
say("ready")
loop.run()
